import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { largeBotText } from '../../../bench/check/large-bot.ts'
import { parseDocumentText } from '../../../src-shared/blocks/parse-document.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { compile } from '../../../src-shared/runtime/compile.ts'
import { send, startSimulation } from '../../../src-shared/runtime/simulation.ts'
import { analysePaths, type GoalPath } from '../../../src-shared/testing/path-search.ts'
import { cpuMsOf } from '../../cpu-time.ts'
import { loadBot } from '../../data/recording/conversation.ts'
import {
  ask,
  blockId,
  type DraftBot,
  END,
  flowId,
  healthyBot,
  MAIN,
  menuOf,
  option,
  RETURN,
} from '../document/draft-bot.ts'

const analyse = (document: BotDocument) => analysePaths(document, compile(document))
const names = ({ blocks }: GoalPath) => blocks.map(id => id.replace('block_', ''))

/** in → hello → menu: a asks twice and ends, b ends at once, c calls a flow that asks once and comes back to an end. */
function bot(): DraftBot {
  return healthyBot()
    .bot({ mainMenu: null })
    .block('menu', 'menu', menuOf(option('a', 'Long'), option('b', 'Short'), option('c', 'Call')))
    .block('first', 'question', ask())
    .block('second', 'question', ask())
    .block('long', 'end', END)
    .unplug('menu', 'opt_a')
    .edge('menu', 'opt_a', 'first')
    .edge('first', 'answered', 'second')
    .edge('second', 'answered', 'long')
    .flow('sub')
    .block('sub', 'entry', { trigger: 'call' }, { flow: flowId('sub') })
    .block('asks', 'question', ask(), { flow: flowId('sub') })
    .block('back', 'end', RETURN, { flow: flowId('sub') })
    .edge('sub', 'next', 'asks', flowId('sub'))
    .edge('asks', 'answered', 'back', flowId('sub'))
    .block('call', 'callFlow', { flow: flowId('sub') })
    .block('called', 'end', END)
    .edge('menu', 'opt_c', 'call')
    .edge('call', 'next', 'called', MAIN)
}

describe('the fewest turns to each goal (issue 4, point 8)', () => {
  test('counts what begins and every answer, through called flows too', () => {
    const { reached, missed } = analyse(bot().document())
    expect(reached.map(path => [path.goal, path.turns])).toEqual([
      [blockId('end'), 2],
      [blockId('called'), 3],
      [blockId('long'), 4],
    ])
    expect(missed).toEqual([])
    const called = reached[1]
    expect(called && names(called)).toEqual(['in', 'hello', 'menu', 'call', 'sub', 'asks', 'back', 'called'])
    expect(called?.edges).toHaveLength(6)
  })

  test('names goals no way leads to: behind a keyword nobody wrote down, and after a flow that never returns', () => {
    const without = bot().drop('kw_hi').document()
    expect(analyse(without).reached).toEqual([])
    expect(analyse(without).missed).toHaveLength(3)
    const stuck = bot()
      .block('back', 'end', END, { flow: flowId('sub') })
      .document()
    expect(analyse(stuck).missed).toEqual([blockId('called')])
  })

  test('jumps are followed, and circles end', () => {
    const round = bot()
      .unplug('menu', 'opt_b')
      .block('jump', 'goTo', { block: blockId('hello') })
      .edge('menu', 'opt_b', 'jump')
      .unplug('second', 'answered')
      .edge('second', 'answered', 'hello')
    expect(analyse(round.document()).missed).toEqual([blockId('end'), blockId('long')])
  })

  for (const name of ['casey', 'orders'])
    for (const seed of [5, 20_260_405])
      test(`no conversation with ${name} is at a goal sooner; seed ${seed}`, () => {
        const document = loadBot(`assets/samples/${name}.json`)
        const program = compile(document)
        const fewest = new Map(analyse(document).reached.map(({ goal, turns }) => [goal, turns]))
        const said = fc.constantFrom('Hi', '1', '2', '3', '4', 'Ana Souza', '1990-02-03', '2027-03-16', 'no')
        fc.assert(
          fc.property(fc.array(said, { maxLength: 14 }), texts => {
            let talked = startSimulation(program)
            for (const [at, text] of texts.entries()) {
              talked = send(talked, program, { text })
              for (const event of talked.turns.at(-1)?.events ?? []) {
                if (event.type !== 'blockEntered') continue
                const kind = document.get(event.block)?.kind
                const turns = fewest.get(event.block)
                if (turns !== undefined) expect(at + 1).toBeGreaterThanOrEqual(turns)
                else expect(kind).not.toBe('handover')
              }
            }
          }),
          { seed, numRuns: 60 },
        )
      })

  test('a bot of 3,000 blocks is walked while a person waits', () => {
    const parsed = parseDocumentText(largeBotText(3000))
    if (!parsed.ok) throw new Error(parsed.message)
    const program = compile(parsed.value)
    const ms = cpuMsOf(() => {
      const { reached, missed } = analysePaths(parsed.value, program)
      expect(reached.length + missed.length).toBeGreaterThan(100)
    })
    expect(ms).toBeLessThan(1000)
  })
})
