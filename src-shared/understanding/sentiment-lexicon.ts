import type { Language } from './language.ts'

/** How words sound in a language, -4 (awful) to 4 (wonderful). Words and phrases are folded (fold-text.ts). */
export type SentimentLexicon = Readonly<{
  /** Word or phrase of up to three words -> how it sounds. */
  values: ReadonlyMap<string, number>
  /** Stem -> how its words sound, for forms of strong words that are not listed. */
  stems: ReadonlyMap<string, number>
  /** They turn what follows into its opposite. */
  negating: ReadonlySet<string>
  /** Word -> by how much it strengthens or weakens the next. */
  degrees: ReadonlyMap<string, number>
  /** What follows them counts more than what came before: "nice, but slow". */
  contrasting: ReadonlySet<string>
}>

type Source = Readonly<{
  /** `3: 'excellent, great'`: commas between words and phrases. */
  values: Readonly<Record<string, string>>
  negating: string
  strengthening: string
  weakening: string
  contrasting: string
}>

const STRENGTHENED = 1.4
const WEAKENED = 0.6

/** Shorter stems belong to words of several families, and weak words have forms that say nothing. */
const SHORTEST_STEM = 5
const STRONG = 2
/** What is cut from more is a family of its own: Spanish `precioso` (lovely) and `precio` (price). */
const MOST_CUT = 2

/** A lexicon from lists with commas between the words. */
export function lexiconOf(source: Source, { stem }: Language): SentimentLexicon {
  const degrees = new Map<string, number>()
  for (const word of listed(source.strengthening)) degrees.set(word, STRENGTHENED)
  for (const word of listed(source.weakening)) degrees.set(word, WEAKENED)
  const values = new Map(
    Object.entries(source.values).flatMap(([value, words]) =>
      listed(words).map(word => [word, Number(value)] as const),
    ),
  )
  return {
    values,
    stems: stemsOf(values, stem),
    negating: new Set(listed(source.negating)),
    degrees,
    contrasting: new Set(listed(source.contrasting)),
  }
}

function stemsOf(values: ReadonlyMap<string, number>, stem: Language['stem']): ReadonlyMap<string, number> {
  const stems = new Map<string, number>()
  for (const [word, value] of values) {
    const found = stem(word)
    if (
      word.includes(' ') ||
      Math.abs(value) < STRONG ||
      found.length < SHORTEST_STEM ||
      word.length - found.length > MOST_CUT
    )
      continue
    const known = stems.get(found)
    stems.set(found, known === undefined || known === value ? value : weaker(known, value))
  }
  return stems
}

/** Words of one stem that sound opposite say nothing of a third. */
function weaker(one: number, other: number): number {
  return Math.sign(one) === Math.sign(other) ? Math.sign(one) * Math.min(Math.abs(one), Math.abs(other)) : 0
}

function listed(words: string): string[] {
  return words
    .split(',')
    .map(word => word.trim().replace(/\s+/g, ' '))
    .filter(word => word !== '')
}
