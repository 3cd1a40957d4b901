import { expect, test } from 'vitest'
import { createOfflineUnderstanding } from '../../../src-shared/understanding/offline-provider.ts'

const shop = createOfflineUnderstanding({
  locales: ['en', 'pt-BR', 'ja', 'de'],
  intents: [
    {
      id: 'cancel',
      phrases: {
        en: ['Cancel my order', 'I no longer want my order'],
        'pt-BR': ['cancelar meu pedido'],
        ja: ['注文をキャンセルしたい'],
        de: ['Bestellung stornieren'],
      },
    },
    { id: 'status', phrases: { en: ['Where is my order?'], ja: ['注文はどこですか'] } },
    { id: 'hello', phrases: { en: ['hello', '👋'] } },
  ],
  faqs: [{ id: 'hours', questions: { en: ['What are your opening hours?'] } }],
})

function best(text: string, locale = 'en') {
  return shop.detect(text, locale).intents[0]
}

test('a phrase of the model is sure, whatever its case, accents and punctuation (NHN-30)', () => {
  for (const text of ['Cancel my order', '  CANCEL my   order!! ', 'cáncel my order…'])
    expect(best(text)).toEqual({ intent: 'cancel', confidence: 1 })
  expect(best('order my cancel')).toMatchObject({ intent: 'cancel', confidence: 0.99 })
  expect(best('👋')).toEqual({ intent: 'hello', confidence: 1 })
})

test('mistyped words are understood (NHN-30)', () => {
  for (const text of ['cancle my order', 'cacnel my odrer', 'helo', 'hellooo', 'ello'])
    expect(best(text)?.confidence, text).toBeGreaterThan(0.6)
})

test('refusing something is not asking for it, unless the phrase refuses too', () => {
  expect(best("I don't want to cancel my order")?.confidence).toBeLessThan(0.6)
  expect(best('please do not cancel my order')?.confidence).toBeLessThan(0.6)
  expect(best('I dont want my order any longer, I no longer want it')?.intent).toBe('cancel')
})

test('a text in a locale is compared with that locale’s phrases, and falls back as texts do (NHN-22, NHN-31)', () => {
  expect(best('Quero cancelar o pedido', 'pt-BR')?.confidence).toBeGreaterThan(0.6)
  expect(best('cancelar pedido', 'pt')).toMatchObject({ intent: 'cancel' })
  expect(best('Where is my order?', 'pt-BR')).toEqual({ intent: 'status', confidence: 1 })
  expect(best('Cancel my order', 'xx')).toEqual({ intent: 'cancel', confidence: 1 })
  expect(best('Meine Bestellung stornieren', 'de')?.confidence).toBeGreaterThan(0.6)
})

test('scripts without spaces are compared sign by sign (NHN-31)', () => {
  expect(best('キャンセルしたいです', 'ja')).toMatchObject({ intent: 'cancel' })
  expect(best('注文はどこ', 'ja')).toMatchObject({ intent: 'status' })
  expect(best('天気', 'ja')).toBeUndefined()
})

test('the result is plain JSON with the best question and who understood (NHN-30, NHN-33)', () => {
  const understood = shop.detect('Opening hours? This is terrible', 'en')
  expect(JSON.parse(JSON.stringify(understood))).toEqual(understood)
  expect(understood).toMatchObject({ faq: { faq: 'hours' }, sentiment: 'negative', provider: 'offline' })
})

test('at most three guesses are kept, the best first, and equal ones by id (NHN-33)', () => {
  const ids = ['e', 'b', 'd', 'a', 'c']
  const same = createOfflineUnderstanding({
    locales: ['en'],
    intents: ids.map(id => ({ id, phrases: { en: ['opening hours'] } })),
    faqs: [],
  })
  expect(same.detect('Opening hours', 'en').intents).toEqual(
    ['a', 'b', 'c'].map(intent => ({ intent, confidence: 1 })),
  )
})

test('a bot without intents and questions understands nothing but the sentiment', () => {
  const empty = createOfflineUnderstanding({ locales: [], intents: [], faqs: [] })
  expect(empty.detect('I love it', 'en')).toMatchObject({ intents: [], faq: null, sentiment: 'positive' })
})
