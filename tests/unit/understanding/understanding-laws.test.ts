import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createOfflineUnderstanding } from '../../../src-shared/understanding/offline-provider.ts'
import { SENTIMENTS } from '../../../src-shared/understanding/understanding.ts'

const SEED = 20_240_607
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.nat(0xffff).map(code => String.fromCharCode(code)), maxLength: 60 }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '\ud800',
    '\udfff x',
    '\u202ecba\u2066',
    '',
    ' ',
    '👍',
  ),
  fc.constantFrom(
    'cancel my order',
    'não gostei',
    'no me gusta',
    'h\u0300\u0301\u0302\u0303\u0304ello',
    '٠١٢',
  ),
)
const locale = fc.constantFrom('en', 'pt-BR', 'es', 'ja', 'ar', 'xx', '', '__proto__', 'en_US')
const wordings = fc.dictionary(locale, fc.array(hostile, { maxLength: 4 }), { maxKeys: 3 })
const id = fc.oneof(fc.constantFrom('__proto__', 'constructor'), fc.string({ minLength: 1, maxLength: 6 }))
const model = fc.record({
  intents: fc.uniqueArray(fc.record({ id, phrases: wordings }), {
    selector: intent => intent.id,
    maxLength: 5,
  }),
  faqs: fc.uniqueArray(fc.record({ id, questions: wordings }), { selector: faq => faq.id, maxLength: 5 }),
  locales: fc.uniqueArray(locale, { maxLength: 3 }),
})

test('no text and no model makes it throw, the answer keeps its promises and is the same again', () => {
  fc.assert(
    fc.property(model, hostile, locale, (made, text, language) => {
      const provider = createOfflineUnderstanding(made)
      const understood = provider.detect(text, language)
      const { intents, faq, sentiment, score } = understood
      expect(intents.length).toBeLessThanOrEqual(3)
      const confidences = intents.map(({ confidence }) => confidence)
      expect(confidences).toEqual([...confidences].sort((one, other) => other - one))
      for (const confidence of [...confidences, faq?.confidence ?? 0.5])
        expect(confidence > 0 && confidence <= 1).toBe(true)
      expect(SENTIMENTS).toContain(sentiment)
      expect(Math.abs(score)).toBeLessThanOrEqual(1)
      expect(JSON.parse(JSON.stringify(understood))).toEqual(understood)
      expect(provider.detect(text, language)).toEqual(understood)
      expect(createOfflineUnderstanding(made).detect(text, language)).toEqual(understood)
    }),
    { seed: SEED, numRuns: 400 },
  )
})

test('every phrase of a model is found with certainty in its locale', () => {
  const phrases = fc.array(fc.stringMatching(/^[a-zé ]{1,20}[a-z]$/), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(phrases, fc.constantFrom('en', 'pt', 'es', 'fr'), (said, language) => {
      const provider = createOfflineUnderstanding({
        locales: [language],
        intents: [{ id: 'it', phrases: { [language]: said } }],
        faqs: [],
      })
      for (const phrase of said)
        expect(provider.detect(phrase.toUpperCase(), language).intents).toEqual([
          { intent: 'it', confidence: 1 },
        ])
    }),
    { seed: SEED, numRuns: 200 },
  )
})

test.each([
  ['16 KB of words', 'cancel my order '.repeat(1000)],
  ['16 KB of one letter', 'a'.repeat(16_384)],
  [
    '16 KB of unknown words',
    Array.from({ length: 3000 }, (_, at) => `w${'abcdefghij'[at % 10]}rdx${at}`).join(' '),
  ],
  ['heaps of accents', `c${'\u0301\u0489\u035e'.repeat(5000)}ancel`],
  ['marks of direction', '\u202e\u2066\u200f'.repeat(5000)],
  ['half characters', '\ud83d'.repeat(16_384)],
  ['apostrophes and stops', "'.!?".repeat(4096)],
  ['signs that unfold', '\ufdfa'.repeat(16_384)],
])('%s are answered', (_name, text) => {
  const provider = createOfflineUnderstanding({
    locales: ['en'],
    intents: [{ id: 'cancel', phrases: { en: ['cancel my order'] } }],
    faqs: [{ id: '__proto__', questions: { en: ['__proto__'] } }],
  })
  expect(provider.detect(text, 'en').provider).toBe('offline')
  expect(provider.detect('__proto__', 'en').faq).toEqual({ faq: '__proto__', confidence: 1 })
})
