/** requirements.md NHN-32. */
export const SENTIMENTS = ['positive', 'neutral', 'negative'] as const
export type Sentiment = (typeof SENTIMENTS)[number]

/**
 * What a provider makes of a text (requirements.md NHN-30): plain JSON, since it is kept in recorded conversations.
 * `intents` are the best three, the best first; confidences are 0 to 1. `score` is the sentiment's, -1 to 1.
 */
export type Understanding = Readonly<{
  intents: readonly Readonly<{ intent: string; confidence: number }>[]
  faq: Readonly<{ faq: string; confidence: number }> | null
  /** The next best questions, for blocks that answer from one topic alone; absent when there are none. */
  otherFaqs?: readonly Readonly<{ faq: string; confidence: number }>[]
  /** What a service found inside the text, such as a date; the offline provider looks for none. */
  entities?: readonly Readonly<{ name: string; value: string }>[]
  sentiment: Sentiment
  score: number
  /** Who understood; absent where a host does not say. */
  provider?: 'offline' | 'dialogflow' | 'lex'
}>

/** Something that understands texts: the bot's own, which works offline, or a service asked by the host. */
export interface UnderstandingProvider {
  detect(text: string, locale: string): Understanding
}

/** How sure the understanding must be, 0 to 1, and how far ahead of its next guess (requirements.md NHN-30). */
export type Confidence = Readonly<{ threshold: number; margin: number }>

/** A bot's own, or the usual ones. */
export function confidenceOf(
  settings: Readonly<{ threshold?: number | undefined; margin?: number | undefined }>,
): Confidence {
  return { threshold: settings.threshold ?? 0.6, margin: settings.margin ?? 0.1 }
}

export type Choice =
  | Readonly<{ kind: 'intent'; id: string }>
  | Readonly<{ kind: 'ambiguous'; ids: readonly string[] }>
  | Readonly<{ kind: 'none' }>

/** Confidences have three decimals; 0.7 - 0.6 must not count as less than 0.1. */
const ROUNDING = 1e-6

/**
 * The intent that is meant: sure enough (`threshold`), and ahead of the next guess by `margin`, both 0 to 1
 * (requirements.md NHN-30). Guesses within the margin of the best are ambiguous if they are sure enough too.
 */
export function chooseIntent(
  { intents }: Understanding,
  { threshold = 0.6, margin = 0.1 }: Readonly<{ threshold?: number; margin?: number }> = {},
): Choice {
  const [best] = intents
  if (!best || best.confidence < threshold) return { kind: 'none' }
  const near = intents.filter(
    ({ confidence }) => confidence >= threshold && best.confidence - confidence < margin - ROUNDING,
  )
  if (near.length > 1) return { kind: 'ambiguous', ids: near.map(({ intent }) => intent) }
  return { kind: 'intent', id: best.intent }
}
