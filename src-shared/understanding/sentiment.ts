import { ENGLISH_SENTIMENT } from './english-sentiment.ts'
import { foldText } from './fold-text.ts'
import type { Language } from './language.ts'
import { languageOf, primaryOf } from './language-of.ts'
import { PORTUGUESE_SENTIMENT } from './portuguese-sentiment.ts'
import { lexiconOf, type SentimentLexicon } from './sentiment-lexicon.ts'
import { SPANISH_SENTIMENT } from './spanish-sentiment.ts'
import { splitWords } from './split-words.ts'
import type { Sentiment } from './understanding.ts'

type Stem = Language['stem']

const LEXICONS: ReadonlyMap<string, SentimentLexicon> = new Map([
  ['en', ENGLISH_SENTIMENT],
  ['pt', PORTUGUESE_SENTIMENT],
  ['es', SPANISH_SENTIMENT],
])
const NO_LEXICON = lexiconOf(
  { values: {}, negating: '', strengthening: '', weakening: '', contrasting: '' },
  languageOf(''),
)

/** Emoji that say how somebody feels; one with words, never alone (requirements.md NHN-32). */
const EMOJI: ReadonlyMap<string, number> = new Map([
  ...[...'😀😃😄😁😊🙂😍🥰😘🤩😻🎉👍👏🙏💯💖💕🤗😎❤♥💪🥳'].map(sign => [sign, 1.5] as const),
  ...[...'😡😠🤬😤👎💩🤮🤢😭😢😞😔😩😫🙁☹😒🙄💔😖😣😑'].map(sign => [sign, -1.5] as const),
])
const EMOJI_SIGNS = new RegExp(`[${[...EMOJI.keys()].join('')}]`, 'gu')

/** As Dialogflow's scores are read (requirements.md NHN-32), so that both sides of it branch alike. */
const CLEAR = 0.25
/** Letters of a word that is also looked up by its stem. */
const SHORTEST_FORM = 5
/** Words before a feeling that can negate it. */
const REACH = 3
/** "Not terrible" is no praise, "not great" less than bad. */
const NEGATED = -0.75
/** Characters that are read; more say nothing new. */
const MOST_LENGTH = 4000
const CLAUSES = /[.,;:!?…\n¡¿()。！？、，]+/u

/**
 * How a text sounds, by a lexicon of English, Portuguese or Spanish; in other languages by its emoji alone. Texts
 * without words are neutral (requirements.md NHN-32). `score` is -1 to 1 with three decimals.
 */
export function sentimentOf(text: string, locale: string): Readonly<{ sentiment: Sentiment; score: number }> {
  const lexicon = LEXICONS.get(primaryOf(locale)) ?? NO_LEXICON
  const { stem } = languageOf(locale)
  const start = text.slice(0, MOST_LENGTH)
  const clauses = foldText(start)
    .replaceAll("'", '')
    .split(CLAUSES)
    .map(clause => splitWords(clause))
    .filter(words => words.length > 0)
  if (clauses.length === 0) return { sentiment: 'neutral', score: 0 }
  const total = sumOf(clauses, lexicon, stem) + emojiValue(start)
  const score = Math.round((total / Math.sqrt(total * total + 15)) * 1000) / 1000 || 0
  return { sentiment: score > CLEAR ? 'positive' : score < -CLEAR ? 'negative' : 'neutral', score }
}

/** What comes after the last "but" counts half more, what came before half. */
function sumOf(clauses: readonly (readonly string[])[], lexicon: SentimentLexicon, stem: Stem): number {
  const all = clauses.flatMap(words => [...parts(words, lexicon, stem)])
  const turn = all.lastIndexOf('contrast')
  return all.reduce<number>((sum, part, at) => {
    if (part === 'contrast') return sum
    return sum + part * (turn === -1 ? 1 : at < turn ? 0.5 : 1.5)
  }, 0)
}

/** The values of a clause in order, negated and strengthened, and where it turns. */
function* parts(
  words: readonly string[],
  lexicon: SentimentLexicon,
  stem: Stem,
): Generator<number | 'contrast'> {
  let at = 0
  let scope = 0
  while (at < words.length) {
    if (lexicon.contrasting.has(words[at] ?? '')) {
      yield 'contrast'
      at += 1
      scope = at
      continue
    }
    const found = longestAt(words, at, lexicon, stem)
    if (found) yield inContext(words, at, scope, found.value, lexicon)
    at += found?.length ?? 1
    if (found && found.length > 1) scope = at
  }
}

function longestAt(words: readonly string[], at: number, { values, stems }: SentimentLexicon, stem: Stem) {
  for (let length = Math.min(3, words.length - at); length > 0; length -= 1) {
    const value = values.get(words.slice(at, at + length).join(' '))
    if (value !== undefined) return { value, length }
  }
  const word = words[at] ?? ''
  const value = word.length < SHORTEST_FORM ? undefined : stems.get(stem(word))
  return value === undefined ? null : { value, length: 1 }
}

function inContext(
  words: readonly string[],
  at: number,
  scope: number,
  value: number,
  { negating, degrees }: SentimentLexicon,
): number {
  const before = words.slice(Math.max(scope, at - REACH), at)
  const negated = before.some(word => negating.has(word))
  const degree = before.slice(-2).reduce((product, word) => product * (degrees.get(word) ?? 1), 1)
  const after = degrees.get(words[at + 1] ?? '') ?? 1
  return value * degree * Math.max(1, after) * (negated ? NEGATED : 1)
}

function emojiValue(text: string): number {
  let total = 0
  for (const [sign] of text.matchAll(EMOJI_SIGNS)) total += EMOJI.get(sign) ?? 0
  return Math.max(-3, Math.min(3, total))
}
