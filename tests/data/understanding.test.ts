import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createOfflineUnderstanding } from '../../src-shared/understanding/offline-provider.ts'
import { sentimentOf } from '../../src-shared/understanding/sentiment.ts'
import { chooseIntent, SENTIMENTS, type Understanding } from '../../src-shared/understanding/understanding.ts'

const LOCALES = ['en', 'pt', 'es'] as const
const THRESHOLD = 0.6
const FLOOR = 0.9

const wordsSchema = z.array(z.string())
const fixtureSchema = z.strictObject({
  locale: z.string(),
  intents: z.array(z.strictObject({ id: z.string(), phrases: wordsSchema })),
  faqs: z.array(z.strictObject({ id: z.string(), questions: wordsSchema })),
  /** What is said, and the intent or question that is meant; null for none of them. */
  utterances: z.array(z.strictObject({ say: z.string(), expect: z.string().nullable() })).min(40),
})
const sentimentSchema = z.array(z.strictObject({ say: z.string(), expect: z.enum(SENTIMENTS) })).min(30)

function fixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../fixtures/understanding/${name}.json`, import.meta.url), 'utf8'))
}

/** As the runtime chooses: the question when it is surer than the intent. */
function meant(understood: Understanding): string | null {
  const intent = chooseIntent(understood, { threshold: THRESHOLD })
  const sure = intent.kind === 'intent' ? (understood.intents[0]?.confidence ?? 0) : 0
  const { faq } = understood
  if (faq && faq.confidence >= THRESHOLD && faq.confidence > sure) return faq.faq
  return intent.kind === 'intent' ? intent.id : null
}

test.each(LOCALES)(
  '%s: what customers say is understood, and what has nothing to do with the bot is not',
  name => {
    const { locale, intents, faqs, utterances } = fixtureSchema.parse(fixture(name))
    const provider = createOfflineUnderstanding({
      locales: [locale],
      intents: intents.map(({ id, phrases }) => ({ id, phrases: { [locale]: phrases } })),
      faqs: faqs.map(({ id, questions }) => ({ id, questions: { [locale]: questions } })),
    })
    const results = utterances.map(({ say, expect: right }) => {
      const understood = provider.detect(say, locale)
      const confidence = Math.max(understood.intents[0]?.confidence ?? 0, understood.faq?.confidence ?? 0)
      return { say, right, got: meant(understood), confidence }
    })
    const answered = results.filter(({ got }) => got !== null)
    const wrong = answered.filter(({ got, right }) => got !== right)
    const unrelated = results.filter(({ right }) => right === null)
    const missed = results.filter(({ got, right }) => got !== right)
    const accuracy = 1 - missed.length / results.length
    const message = `${name}: ${missed.length} of ${results.length} missed, precision ${
      1 - wrong.length / answered.length
    }; ${missed.map(({ say, got, right }) => `"${say}" is ${right}, not ${got}`).join('; ')}`
    expect(accuracy, message).toBeGreaterThanOrEqual(FLOOR)
    expect(wrong, message).toEqual([])
    const low = unrelated.filter(({ confidence }) => confidence < 0.4)
    expect(
      low.length / unrelated.length,
      `unrelated below 0.4: ${JSON.stringify(unrelated)}`,
    ).toBeGreaterThan(0.75)
  },
)

test.each(LOCALES)('%s: sentiment is heard (NHN-32)', name => {
  const sentences = sentimentSchema.parse(fixture(`sentiment-${name}`))
  const missed = sentences
    .map(({ say, expect: right }) => ({ say, right, got: sentimentOf(say, name).sentiment }))
    .filter(({ right, got }) => right !== got)
  const message = `${missed.length} of ${sentences.length} missed: ${JSON.stringify(missed)}`
  expect(1 - missed.length / sentences.length, message).toBeGreaterThanOrEqual(FLOOR)
})
