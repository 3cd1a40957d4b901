import { expect, test } from 'vitest'
import { sentimentOf } from '../../../src-shared/understanding/sentiment.ts'

test('"this is terrible" is negative (NHN-32)', () => {
  expect(sentimentOf('this is terrible', 'en')).toEqual({ sentiment: 'negative', score: -0.612 })
})

test('texts without words are neutral, also with emoji (NHN-32)', () => {
  for (const text of ['', '  ', '😡', '😍😍😍', '!!!', '👩‍👩‍👧'])
    expect(sentimentOf(text, 'en')).toEqual({ sentiment: 'neutral', score: 0 })
})

test('emoji colour words, in any language', () => {
  expect(sentimentOf('my order 😡', 'en').sentiment).toBe('negative')
  expect(sentimentOf('meine Bestellung 😍', 'de').sentiment).toBe('positive')
  expect(sentimentOf('das ist schlimm', 'de').sentiment).toBe('neutral')
})

test.each([
  ['en', 'good', 'not good', 'very good', 'a little good'],
  ['pt-BR', 'bom', 'não é bom', 'muito bom', 'pouco bom'],
  ['es', 'bonito', 'no es bonito', 'muy bonito', 'poco bonito'],
])(
  '%s: negation turns a feeling round, degrees strengthen and weaken it',
  (locale, plain, not, very, little) => {
    const score = (text: string) => sentimentOf(text, locale).score
    expect(score(not)).toBeLessThan(0)
    expect(score(very)).toBeGreaterThan(score(plain))
    expect(score(little)).toBeLessThan(score(plain))
  },
)

test('a negation ends with its clause, and what follows a "but" counts more', () => {
  expect(sentimentOf('No, I love it', 'en').sentiment).toBe('positive')
  expect(sentimentOf('good, but bad', 'en').score).toBeLessThan(0)
  expect(sentimentOf('bad, but good', 'en').score).toBeGreaterThan(0)
})

test.each([
  ['en', 'please cancel the order', 'Good morning, could you send me an invoice please'],
  ['pt-BR', 'bom dia, qual é o prazo de entrega', 'o frete é grátis?'],
  ['es', 'buenos días, cuál es el precio', 'por favor cancelen el pedido'],
])('%s: politeness and words that only look like feelings are neutral', (locale, ...texts) => {
  for (const text of texts)
    expect(sentimentOf(text, locale), text).toEqual({ sentiment: 'neutral', score: 0 })
})
