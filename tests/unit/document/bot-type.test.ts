import { describe, expect, test } from 'vitest'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { type BotType, botType } from '../../../src-shared/document/bot-type.ts'
import type { BotDocRecord } from '../../../src-shared/document/records.ts'

function botOf(settings: object, ...records: readonly object[]): BotDocument {
  const bot = { id: 'bot_a', type: 'bot', name: 'A', description: '', locales: ['en'], settings }
  return BotDocument.of([bot, ...records] as unknown as BotDocRecord[])
}

const block = (kind: string, data: object = {}) => ({ id: `block_${kind}`, type: 'block', kind, data })
const condition = (when: string) => block('condition', { branches: [{ id: 'br_a', name: '', when }] })
const intent = (entry: string | null) => ({ id: 'intent_a', type: 'intent', name: 'a', phrases: {}, entry })
const keyword = (match: string) => ({ id: 'kw_a', type: 'keyword', text: 'Hi', match, locale: null })
const menu = block('menu', { options: [] })

const CASES: readonly (readonly [says: string, type: BotType, document: BotDocument])[] = [
  ['an empty bot gives information', 'bot', botOf({})],
  ['taking data is what a bot does', 'bot', botOf({}, block('message'), block('question'), block('rating'))],
  ['a condition about answers is no profile', 'bot', botOf({}, condition('AGE < 18'))],
  ['a keyword as it is written is no pattern', 'bot', botOf({}, keyword('exact'))],
  ['a menu makes it a chatbot', 'chatbot', botOf({}, menu)],
  ['so do patterns of keywords', 'chatbot', botOf({}, keyword('containsWord'))],
  ['so do questions and answers', 'chatbot', botOf({}, { id: 'faq_a', type: 'faq' })],
  ['cards that can be chosen', 'chatbot', botOf({}, block('cards', { cards: [{ choose: { en: 'This' } }] }))],
  ['cards that are only shown', 'bot', botOf({}, block('cards', { cards: [{}] }))],
  ['a language that is asked for', 'chatbot', botOf({}, block('language', { mode: 'ask' }))],
  ['a language that is fixed', 'bot', botOf({}, block('language', { mode: 'fixed' }))],
  ['an intent block added to a menu bot', 'conversational', botOf({}, menu, block('intent'))],
  ['an intent that leads somewhere', 'conversational', botOf({}, menu, intent('block_a'))],
  ['an intent nothing asks for changes nothing', 'chatbot', botOf({}, menu, intent(null))],
  ['a sentiment block', 'cognitive', botOf({}, block('intent'), block('sentiment'))],
  ['unhappy customers get a person', 'cognitive', botOf({ transferOnSentiment: 2 }, menu)],
  ['a condition about feeling', 'cognitive', botOf({}, condition('sentiment () == "negative"'))],
  ['a condition about who is writing', 'cognitive', botOf({}, condition('ISEMPTY(NOME_CLIENTE)'))],
  ['what only stands in quotes', 'bot', botOf({}, condition('TOPIC == "NOME_CLIENTE \\" SENTIMENT()"'))],
]

describe('the type of a bot is derived from what it uses (NHN-05)', () => {
  test.each(CASES)('%s: %s', (_, type, document) => {
    expect(botType(document)).toBe(type)
  })
})
