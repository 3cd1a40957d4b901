import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { BlockId } from '../../../src-shared/document/ids.ts'
import { compile } from '../../../src-shared/runtime/compile.ts'
import {
  BEGINNING,
  branchesAt,
  firstDifference,
  goToTurn,
  growTree,
  plantTree,
  type SessionTree,
  simulationAt,
  wayTo,
} from '../../../src-shared/runtime/session-tree.ts'
import { replay, send, startSimulation } from '../../../src-shared/runtime/simulation.ts'
import { loadBot } from '../../data/recording/conversation.ts'

const program = compile(loadBot('assets/samples/orders.json'))
const SEEDS = [4, 20_260_401] as const

const said = fc.constantFrom('Hi', '1', '2', '4', 'nonsense', '#MENU')
const acts = fc.array(
  fc.oneof(
    said.map(text => ({ do: 'say' as const, text })),
    fc.nat(20).map(number => ({ do: 'go' as const, number })),
  ),
  { maxLength: 16 },
)

const say = (tree: SessionTree, text: string) => growTree(tree, send(simulationAt(tree), program, { text }))
const grown = (...texts: string[]) => texts.reduce(say, plantTree(startSimulation(program)))
const go = (tree: SessionTree, number: number) => goToTurn(tree, (number % (tree.turns.length + 1)) - 1)

describe('the tree of what was tried (issue 4, point 8)', () => {
  for (const seed of SEEDS)
    test(`each turn is as if only what leads to it had been said, and nothing is ever lost; seed ${seed}`, () => {
      fc.assert(
        fc.property(acts, all => {
          let tree = plantTree(startSimulation(program))
          for (const act of all) {
            const before = tree
            tree = act.do === 'say' ? say(tree, act.text) : go(tree, act.number)
            expect(tree.turns.slice(0, before.turns.length)).toEqual(before.turns)
            expect(wayTo(tree, tree.tip)).toEqual(expect.arrayContaining([...wayTo(tree, tree.present)]))
            expect(tree.turns.some(({ from }) => from === tree.tip && from !== BEGINNING)).toBe(false)
          }
          for (let number = BEGINNING; number < tree.turns.length; number += 1) {
            const there = simulationAt(tree, number)
            const straight = there.turns.reduce(
              (simulation, { input }) =>
                send(simulation, program, { text: input.type === 'message' ? input.text : '' }),
              startSimulation(program),
            )
            expect(JSON.stringify(there)).toBe(JSON.stringify(straight))
          }
        }),
        { seed, numRuns: 25 },
      )
    })

  test('going back and saying something else keeps the former future as a branch', () => {
    const first = grown('Hi', '1', '2')
    const other = say(goToTurn(first, 0), '4')
    expect(wayTo(other, other.present)).toEqual([0, 3])
    expect(branchesAt(other, 3)).toEqual([1, 3])
    const back = goToTurn(other, 1)
    expect([back.present, back.tip]).toEqual([1, 2])
    expect(simulationAt(back, back.tip)).toEqual(simulationAt(first))
  })

  test('going back shows what came after it; saying the same again goes there', () => {
    const back = goToTurn(grown('Hi', '1', '2'), 0)
    expect([back.present, back.tip]).toEqual([0, 2])
    const again = say(back, '1')
    expect(again.turns).toHaveLength(3)
    expect([again.present, again.tip]).toEqual([1, 2])
  })
})

describe('playing again with the bot as it is now', () => {
  test('changes nothing where the bot says the same', () => {
    const tree = grown('Hi', '1', 'nonsense')
    const again = replay(simulationAt(tree), program)
    expect(firstDifference(simulationAt(tree), again)).toBe(null)
    expect(growTree(tree, again)).toEqual(tree)
  })

  test('branches at the first turn that differs', () => {
    const document = BotDocument.of(loadBot('assets/samples/orders.json').values())
    const quantity = document.get('block_quantity' as BlockId)
    if (!quantity) throw new Error('the sample has no such block')
    document.put({ ...quantity, data: { ...quantity.data, retry: { en: 'A number, please.' } } })
    const tree = grown('Hi', '1', 'nonsense', '2')
    const again = replay(simulationAt(tree), compile(document))
    expect(firstDifference(simulationAt(tree), again)).toBe(2)
    const both = growTree(tree, again)
    expect(
      branchesAt(
        both,
        both.turns.findLastIndex(({ from }) => from === 1),
      ),
    ).toHaveLength(2)
  })
})
