import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { compile } from '../../../src-shared/runtime/compile.ts'
import { explainTurn, type TurnExplanation } from '../../../src-shared/runtime/explain-turn.ts'
import { happen, presentTime, send, startSimulation } from '../../../src-shared/runtime/simulation.ts'
import { RULES_IN_ORDER } from '../../../src-shared/runtime/take-message.ts'
import { loadBot } from '../../data/recording/conversation.ts'
import { arbitraryBot, arbitraryInputs } from '../runtime/arbitrary-bot.ts'

const SUPPORT = compile(loadBot('tests/fixtures/bots/support.json'))

function lastOf(program: typeof SUPPORT, ...texts: string[]): TurnExplanation {
  const talked = texts.reduce((before, text) => send(before, program, { text }), startSimulation(program))
  const explained = explainTurn(program, talked, texts.length - 1)
  if (!explained) throw new Error('there is no such turn')
  return explained
}
const verdict = ({ rules }: TurnExplanation, name: string) => rules.find(({ rule }) => rule === name)?.verdict

describe('why a turn went as it did (requirements.md NHN-33)', () => {
  for (const seed of [33, 20_260_433])
    test(`every rule is told once, in order: those before the one that took it with a reason; seed ${seed}`, () => {
      fc.assert(
        fc.property(arbitraryBot, arbitraryInputs, (document, inputs) => {
          const program = compile(document)
          const simulation = inputs.reduce(
            (before, { happening, afterMs }) =>
              happen(before, program, happening, { at: presentTime(before) + afterMs }),
            startSimulation(program),
          )
          for (const [number, { input, events }] of simulation.turns.entries()) {
            const explained = explainTurn(program, simulation, number)
            expect(explained?.isPresent).toBe(true)
            const rules = explained?.rules ?? []
            if (input.type !== 'message') {
              expect(rules).toEqual([])
              continue
            }
            expect(rules.map(({ rule }) => rule)).toEqual(RULES_IN_ORDER)
            const taken = rules.findIndex(({ verdict }) => verdict === 'taken')
            const received = events.find(event => event.type === 'messageReceived')
            expect(received?.type === 'messageReceived' && received.rule).toBe(rules[taken]?.rule)
            expect(rules.slice(0, taken).map(({ verdict }) => verdict)).not.toContain('notReached')
            expect(rules.slice(taken + 1).every(({ verdict }) => verdict === 'notReached')).toBe(true)
          }
        }),
        { seed, numRuns: 80 },
      )
    })

  test('looking on changes nothing, and tells when the bot was edited since', () => {
    const talked = send(startSimulation(SUPPORT), SUPPORT, { text: 'hi' })
    expect(explainTurn(SUPPORT, talked, 0)?.isPresent).toBe(true)
    const other = compile(loadBot('assets/samples/orders.json'))
    expect(explainTurn(other, talked, 0)?.isPresent).toBe(false)
    expect(explainTurn(SUPPORT, talked, 1)).toBe(null)
  })

  test('a keyword wakes a bot where no block waits', () => {
    const explained = lastOf(SUPPORT, 'hi')
    expect(verdict(explained, 'keyword')).toBe('taken')
    expect(verdict(explained, 'answer')).toBe('noneWaits')
    expect(verdict(explained, 'optOut')).toBe('otherWord')
    expect(verdict(explained, 'intent')).toBe('notReached')
  })

  test('a turn that was understood tells what it could have meant, and the rules before as skipped', () => {
    const document = BotDocument.of(loadBot('tests/fixtures/bots/support.json').values())
    const known = [...document.all('intent')][0]
    if (!known) throw new Error('the fixture has no intent')
    const [entry] = [...document.all('block')].filter(({ kind }) => kind === 'entry')
    document.put({ ...known, entry: entry?.id ?? null })
    const phrase = Object.values(known.phrases)[0]?.[0] ?? ''
    const explained = lastOf(compile(document), phrase)
    expect(verdict(explained, 'intent')).toBe('taken')
    expect(explained.candidates?.intents[0]?.intent).toBe(known.id)
    const taken = explained.rules.findIndex(({ rule }) => rule === 'intent')
    for (const { verdict: why } of explained.rules.slice(0, taken)) expect(why).not.toBe('notReached')
  })
})
