import { foldText } from './fold-text.ts'
import type { Language } from './language.ts'
import { splitWords } from './split-words.ts'

/** A word and how much it can say about what is meant, 0 to 1. */
export type AnalysedWord = Readonly<{ word: string; stem: string; weight: number }>

export type AnalysedText = Readonly<{
  /** Equal for texts that differ in case, accents, punctuation and spaces alone. */
  key: string
  /** Each stem once. */
  words: readonly AnalysedWord[]
  /** It says what is not wanted: "I do not want to cancel". */
  refuses: boolean
}>

/** Nobody asks a bot in more; UTF-16 units and words. Bounds the time of one text. */
const MOST_LENGTH = 4000
const MOST_WORDS = 200
const WEIGHT = { content: 1, negating: 0.5, asking: 0.4, small: 0.12 }
/** All negations are one word to the index; no word of a text can contain the sign. */
const NEGATION = '¬'
const FORBIDS = /^\s*(?:please )?(?:dont|do not|never) /
const CLAUSES = /[.,;:!?\n¡¿]/

/** The words of a text with their stems and weights; the start of it where it is very long. */
export function analyseText(text: string, language: Language): AnalysedText {
  const folded = foldText(text.slice(0, MOST_LENGTH)).replaceAll("'", language.apostrophes ? '' : ' ')
  const words = splitWords(folded).slice(0, MOST_WORDS)
  const key = words.length > 0 ? words.join(' ') : folded.trim()
  const stems = new Map<string, AnalysedWord>()
  for (const word of words) {
    const analysed = analyseWord(word, language)
    const known = stems.get(analysed.stem)
    if (!known || known.weight < analysed.weight) stems.set(analysed.stem, analysed)
  }
  return { key, words: [...stems.values()], refuses: refuses(folded, language) }
}

function analyseWord(word: string, language: Language): AnalysedWord {
  if (language.negating.has(word)) return { word, stem: NEGATION, weight: WEIGHT.negating }
  if (language.asking.has(word)) return { word, stem: word, weight: WEIGHT.asking }
  if (language.small.has(word)) return { word, stem: word, weight: WEIGHT.small }
  return { word, stem: language.stem(word), weight: WEIGHT.content }
}

function refuses(folded: string, language: Language): boolean {
  return folded.split(CLAUSES).some(clause => {
    if (language.apostrophes && FORBIDS.test(clause)) return true
    const words = splitWords(clause)
    return words.some(
      (word, at) =>
        language.negating.has(word) && words.slice(at + 1, at + 3).some(next => language.wanting.has(next)),
    )
  })
}
