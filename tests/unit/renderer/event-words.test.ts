import { readFileSync } from 'node:fs'
import i18next from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import { eventWords } from '../../../src-renderer/simulator/event-words.ts'
import { turnDetails } from '../../../src-renderer/simulator/turn-details.ts'
import { startWords } from '../../../src-renderer/words/i18n.ts'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { BlockId, FaqId, IntentId, VariableId } from '../../../src-shared/document/ids.ts'
import { compile } from '../../../src-shared/runtime/compile.ts'
import type { Event } from '../../../src-shared/runtime/events.ts'
import { NOWHERE } from '../../../src-shared/runtime/session.ts'
import { happen, send, startSimulation } from '../../../src-shared/runtime/simulation.ts'
import { eventSamples } from '../../data/event-samples.ts'
import { loadBot } from '../../data/recording/conversation.ts'

beforeAll(startWords)

const document = BotDocument.of(loadBot('tests/fixtures/bots/support.json').values())
const samples = eventSamples({
  block: 'block_main' as BlockId,
  entry: 'block_hi' as BlockId,
  variable: 'var_order' as VariableId,
})

function words(event: Event) {
  return eventWords(i18next.t, document, event)
}

describe('every event has words', () => {
  test('there is a sample of every event in events.ts', () => {
    const source = readFileSync(new URL('../../../src-shared/runtime/events.ts', import.meta.url), 'utf8')
    const types = [...source.matchAll(/^\s*(?:\|.*)?type: '(\w+)'|^ {2}\| Readonly<\{ type: '(\w+)'/gm)]
    const named = new Set(types.map(([, own, inline]) => own ?? inline))
    expect([...named].sort()).toEqual(Object.keys(samples).sort())
  })

  for (const [type, events] of Object.entries(samples))
    test(`${type} is told in plain words, with every value filled in`, () => {
      for (const event of events) {
        const { text, block } = words(event)
        expect(text, JSON.stringify(event)).toMatch(/^\S.{3,}\S$/)
        // A missing word shows as its key; a missing value as its name in braces, or not at all.
        expect(text).not.toMatch(/simulator\.|\{\{|undefined|null|“”|Invalid|NaN/)
        expect(text).not.toContain(type)
        expect(block === null || document.get(block) !== undefined).toBe(true)
      }
      const told = events.map(event => words(event).text)
      if (type !== 'conversationClosed') expect(new Set(told).size).toBeGreaterThan(events.length / 2)
    })

  test('every step of a turn is told, also what no line of the conversation shows', () => {
    const program = compile(document)
    const talk = send(startSimulation(program), program, { text: 'hi' })
    const turn = happen(talk, program, { type: 'proactive', values: { ORDER: 7 } }).turns.at(-1)
    if (!turn) throw new Error('nothing happened')
    const details = turnDetails(i18next.t, document, turn)
    expect(details.length).toBeGreaterThanOrEqual(turn.events.length)
    expect(details.map(({ text }) => text)).toEqual(expect.arrayContaining(['“support” sets ORDER to 7']))
  })
})

describe('words that take their values from the bot', () => {
  test('guesses come by name, three of them, with how sure they are (requirements.md NHN-33)', () => {
    const taught = BotDocument.of(document.values())
    taught.put({ id: 'intent_book' as IntentId, type: 'intent', name: 'Book', phrases: {}, entry: null })
    taught.put({
      id: 'faq_open' as FaqId,
      type: 'faq',
      questions: { en: ['When are you open?'] },
      answer: { en: 'Always' },
      topic: '',
    })
    const guess = (intent: string, confidence: number) => ({ intent: intent as IntentId, confidence })
    const understood = (chosen: IntentId | FaqId | null): Event => ({
      type: 'understood',
      intents: [
        guess('intent_book', 0.824),
        guess('intent_gone', 0.3),
        guess('intent_book', 0.2),
        guess('intent_book', 0.1),
      ],
      faq: null,
      sentiment: chosen ? 'neutral' : 'negative',
      chosen,
    })
    const say = (chosen: IntentId | FaqId | null) => eventWords(i18next.t, taught, understood(chosen)).text
    expect(say('intent_book' as IntentId)).toBe(
      'Understood as “Book” (Book 82%, deleted since 30%, Book 20%)',
    )
    expect(say('faq_open' as FaqId)).toMatch(/^Understood as “When are you open\?”/)
    expect(say(null)).toMatch(/^Not sure what this means \(.*\) · sounds unhappy$/)
  })

  test('times are shown by the clock of the conversation, languages by name', () => {
    expect(words(samples.waitingUntil[0] as Event).text).toContain('Thu 13:30')
    expect(words(samples.localeChanged[0] as Event).text).toContain('Portuguese')
  })

  test('what happens at no block is the bot’s doing', () => {
    expect(words({ type: 'handoverRequested', block: NOWHERE, reason: 'asked', skill: null })).toMatchObject({
      block: null,
      text: '“support” wants a person to take over: the customer asked for one',
    })
  })
})
