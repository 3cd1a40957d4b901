import { languageOf, primaryOf } from './language-of.ts'
import { createPhraseIndex, type Guess, type Topic } from './phrase-index.ts'
import { sentimentOf } from './sentiment.ts'
import type { Understanding, UnderstandingProvider } from './understanding.ts'

type Wordings = Readonly<Record<string, readonly string[]>>

/** What the offline provider is made of. Phrases and questions are by locale. */
export type UnderstandingModel = Readonly<{
  intents: readonly Readonly<{ id: string; phrases: Wordings }>[]
  faqs: readonly Readonly<{ id: string; questions: Wordings }>[]
  /** The bot's locales, its main one first. */
  locales: readonly string[]
}>

/** Guesses kept for the debugger; requirements.md NHN-33. */
const MOST_INTENTS = 3
/** A block looks for the best of its topic among these. */
const MOST_FAQS = 5

/**
 * An understanding that needs no network (requirements.md NHN-30): it knows English, Portuguese and Spanish, and
 * compares words as they are in other languages. The same text always gives the same answer; no text makes it throw.
 * The index of a locale is made at its first use.
 */
export function createOfflineUnderstanding(model: UnderstandingModel): UnderstandingProvider {
  const indexes = new Map<string, (text: string) => Guess[]>()
  return {
    detect(text, locale): Understanding {
      const known = knownLocale(model, locale)
      const index = indexes.get(known) ?? createPhraseIndex(topicsIn(model, known), languageOf(known))
      indexes.set(known, index)
      return understandingOf(index(text), text, known)
    },
  }
}

function understandingOf(guesses: readonly Guess[], text: string, locale: string): Understanding {
  const sorted = [...guesses].sort(bestFirst)
  const [faq, ...otherFaqs] = sorted
    .filter(({ topic }) => topic.kind === 'faq')
    .slice(0, MOST_FAQS)
    .map(({ topic, confidence }) => ({ faq: topic.id, confidence }))
  return {
    intents: sorted
      .filter(({ topic }) => topic.kind === 'intent')
      .slice(0, MOST_INTENTS)
      .map(({ topic, confidence }) => ({ intent: topic.id, confidence })),
    faq: faq ?? null,
    ...(otherFaqs.length > 0 ? { otherFaqs } : {}),
    ...sentimentOf(text, locale),
    provider: 'offline',
  }
}

function bestFirst(one: Guess, other: Guess): number {
  return other.confidence - one.confidence || (one.topic.id < other.topic.id ? -1 : 1)
}

/** The bot's locale that is nearest; its main one when none has the language. Any text can be asked for. */
function knownLocale({ locales }: UnderstandingModel, locale: string): string {
  if (locales.includes(locale)) return locale
  const language = primaryOf(locale)
  return locales.find(other => primaryOf(other) === language) ?? locales[0] ?? 'en'
}

function topicsIn(model: UnderstandingModel, locale: string): Topic[] {
  const intents = model.intents.map(({ id, phrases }) => topic(id, 'intent', phrases))
  const faqs = model.faqs.map(({ id, questions }) => topic(id, 'faq', questions))
  return [...intents, ...faqs].filter(({ wordings }) => wordings.length > 0)

  function topic(id: string, kind: Topic['kind'], wordings: Wordings): Topic {
    return { id, kind, wordings: wordingsIn(wordings, locale, model.locales) }
  }
}

/** As texts fall back (requirements.md NHN-22): the locale, its language, its other regions, the bot's locales. */
function wordingsIn(wordings: Wordings, locale: string, locales: readonly string[]): readonly string[] {
  const language = primaryOf(locale)
  const regions = Object.keys(wordings).filter(other => primaryOf(other) === language)
  for (const other of [locale, language, ...regions, ...locales]) {
    const found = Object.hasOwn(wordings, other) ? wordings[other] : undefined
    if (found && found.length > 0) return found
  }
  return []
}
