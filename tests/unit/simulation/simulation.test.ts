import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { BlockId, EdgeId } from '../../../src-shared/document/ids.ts'
import { compile } from '../../../src-shared/runtime/compile.ts'
import {
  presentSession,
  replay,
  type Said,
  type Simulation,
  send,
  startSimulation,
  stepBack,
} from '../../../src-shared/runtime/simulation.ts'
import { loadBot } from '../../data/recording/conversation.ts'

const SAMPLES = ['casey', 'orders'] as const
const SEEDS = [1, 20_260_101] as const

/** Some that mean something to both samples, some that mean nothing anywhere. */
const saidArbitrary = fc.oneof(
  fc.constantFrom<Said>(
    ...['Hi', 'Menu', '1', '2', '3', '5', '2.5', 'Ana Souza', '1990-02-03', '#MENU', '#ENCERRAR'].map(
      text => ({ text }),
    ),
    { text: 'Coffee beans, 12.50 €', option: 'opt_beans' },
    { text: 'gone', option: 'opt_that_never_was' },
  ),
  fc.string({ maxLength: 40 }).map(text => ({ text })),
)

function converse(
  program: ReturnType<typeof compile>,
  said: readonly Said[],
  from = startSimulation(program),
): Simulation {
  return said.reduce((simulation, each) => send(simulation, program, each), from)
}

describe.each(SAMPLES)('a tried conversation with %s (issue 2, item 7)', name => {
  const program = compile(loadBot(`assets/samples/${name}.json`))

  for (const seed of SEEDS)
    test(`same inputs, same bytes; seed ${seed}`, () => {
      fc.assert(
        fc.property(fc.array(saidArbitrary, { maxLength: 12 }), said => {
          const first = JSON.stringify(converse(program, said))
          expect(JSON.stringify(converse(compile(loadBot(`assets/samples/${name}.json`)), said))).toBe(first)
        }),
        { seed, numRuns: 15 },
      )
    })

  for (const seed of SEEDS)
    test(`replaying changes not one byte; seed ${seed}`, () => {
      fc.assert(
        fc.property(fc.array(saidArbitrary, { maxLength: 12 }), said => {
          const simulation = converse(program, said)
          expect(JSON.stringify(replay(simulation, program))).toBe(JSON.stringify(simulation))
        }),
        { seed, numRuns: 30 },
      )
    })

  for (const seed of SEEDS)
    test(`a step back is as if the message had never been sent, also for what comes next; seed ${seed}`, () => {
      fc.assert(
        fc.property(
          fc.array(saidArbitrary, { maxLength: 8 }),
          saidArbitrary,
          saidArbitrary,
          (said, wrong, right) => {
            const before = converse(program, said)
            const back = stepBack(send(before, program, wrong))
            expect(JSON.stringify(back)).toBe(JSON.stringify(before))
            expect(JSON.stringify(send(back, program, right))).toBe(
              JSON.stringify(send(before, program, right)),
            )
          },
        ),
        { seed, numRuns: 30 },
      )
    })

  for (const seed of SEEDS)
    test(`a session that was written and read again goes on the same way; seed ${seed}`, () => {
      fc.assert(
        fc.property(fc.array(saidArbitrary, { maxLength: 10 }), said => {
          const kept = said.reduce<Simulation>(
            (simulation, each) => send(JSON.parse(JSON.stringify(simulation)), program, each),
            startSimulation(program),
          )
          expect(JSON.stringify(kept)).toBe(JSON.stringify(converse(program, said)))
        }),
        { seed, numRuns: 15 },
      )
    })
})

describe('stepping back at the beginning', () => {
  test('stays there', () => {
    const program = compile(loadBot('assets/samples/casey.json'))
    const fresh = startSimulation(program)
    expect(stepBack(fresh)).toEqual(fresh)
    expect(presentSession(fresh).state).toBe('asleep')
  })
})

describe('editing the bot and going on (issue 2, item 7)', () => {
  const draw = () => BotDocument.of(loadBot('assets/samples/orders.json').values())
  const block = (document: BotDocument, id: string) => {
    const found = document.get(id as BlockId)
    if (!found) throw new Error(`the sample has no ${id}`)
    return found
  }
  const textsOf = (simulation: Simulation) =>
    simulation.turns.at(-1)?.events.flatMap(event => (event.type === 'messageSent' ? [event.text] : []))

  test('the next turn runs the bot as it is now, with what was said before', () => {
    const document = draw()
    const asked = converse(compile(document), [{ text: 'Hi' }, { text: '1' }])
    const quantity = block(document, 'block_quantity')
    document.put({ ...quantity, data: { ...quantity.data, retry: { en: 'A number, please.' } } })
    const refused = send(asked, compile(document), { text: 'many' })
    expect(textsOf(refused)).toContain('A number, please.')
    expect(presentSession(refused).values).toMatchObject({ PRODUCT: 'beans' })
    expect(refused.turns.slice(0, 2)).toEqual(asked.turns)
  })

  test('an edge drawn elsewhere leads there', () => {
    const document = draw()
    const asked = converse(compile(document), [{ text: 'Hi' }])
    for (const edge of [...document.edgesFrom('block_catalogue' as BlockId)])
      document.put({ ...edge, to: 'block_leave' as BlockId })
    const left = send(asked, compile(document), { text: '1' })
    expect(textsOf(left)).toEqual(['See you soon!'])
  })

  test('where the waiting block was deleted the conversation ends and says so, and the message begins anew', () => {
    const document = draw()
    const asked = converse(compile(document), [{ text: 'Hi' }])
    for (const edge of [...document.edgesTo('block_catalogue' as BlockId)]) document.drop(edge.id as EdgeId)
    for (const edge of [...document.edgesFrom('block_catalogue' as BlockId)]) document.drop(edge.id as EdgeId)
    document.drop('block_catalogue' as BlockId)
    const next = send(asked, compile(document), { text: 'Hi' })
    expect(next.turns.at(-1)?.events).toContainEqual({
      type: 'conversationClosed',
      reason: 'deadEnd',
      block: null,
    })
    expect(next.turns.at(-1)?.events.map(({ type }) => type)).toContain('conversationStarted')
  })

  test('replaying with the edited bot shows what the conversation would be', () => {
    const document = draw()
    const talked = converse(compile(document), [{ text: 'Hi' }, { text: '4' }])
    const leave = block(document, 'block_leave')
    document.put({ ...leave, data: { ...leave.data, text: { en: 'Bye!' } } })
    expect(textsOf(replay(talked, compile(document)))).toEqual(['Bye!'])
  })
})
