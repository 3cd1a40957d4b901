import { type AnalysedText, type AnalysedWord, analyseText } from './analyse-text.ts'
import type { Language } from './language.ts'
import { createSpelling, type Spelling } from './spelling.ts'

/** An intent or a question with its wordings. */
export type Topic = Readonly<{ id: string; kind: 'intent' | 'faq'; wordings: readonly string[] }>
export type Guess = Readonly<{ topic: Topic; confidence: number }>

type Wording = { topic: number; square: number; refuses: boolean }
type Index = Readonly<{
  topics: readonly Topic[]
  wordings: readonly Wording[]
  /** Topics that have exactly this wording. */
  exact: ReadonlyMap<string, ReadonlySet<number>>
  /** Stem -> wordings with it and, in the same order, what the stem weighs there. */
  postings: ReadonlyMap<string, Posting>
  /** Known words, and the stem each of them has. */
  stems: ReadonlyMap<string, string>
  spelling: Spelling
}>
type Posting = { wordings: number[]; topics: number[]; weight: number }
/** A word that was asked, as it counts. */
type Asked = Readonly<{ posting: Posting | null; weight: number }>

/** A word no wording has says that something else is meant, but people also tell stories around what they want. */
const UNKNOWN = 0.7
/** Unknown words looked up among the known ones, per text. It bounds the time. */
const MOST_CORRECTED = 12
/** "I do not want to cancel" is no way to say "cancel". */
const REFUSED = 0.5
/** Only the same words in the same order are sure. */
const MOST_INEXACT = 0.99
/** Less comes from words like "the" in common, and would fill the debugger with chance. */
const LEAST = 0.05
/** The cosine from which texts that mean the same outnumber the others, in tests/fixtures/understanding. */
const EVEN = 0.6
/** How much of what was asked may be found in the topic's other wordings instead of the one that fits. */
const SHARED = 0.6

/**
 * An index that tells which topics a text is about: an inverted index of weighted stems (TF-IDF, where rare means in
 * few topics), compared by the cosine, in which words from a topic's other wordings count too.
 */
export function createPhraseIndex(topics: readonly Topic[], language: Language): (text: string) => Guess[] {
  const index = buildIndex(topics, language)
  return text => guess(index, analyseText(text, language), language)
}

function buildIndex(topics: readonly Topic[], language: Language): Index {
  const texts = topics.map(topic => topic.wordings.map(wording => analyseText(wording, language)))
  const exact = new Map<string, Set<number>>()
  const postings = new Map<string, Posting>()
  const stems = new Map<string, string>()
  const wordings: Wording[] = []
  texts.forEach((analysed, topic) => {
    for (const { key, words, refuses } of analysed) {
      if (key === '') continue
      exact.set(key, (exact.get(key) ?? new Set()).add(topic))
      for (const word of words) {
        stems.set(word.word, word.stem)
        post(postings, word, wordings.length, topic)
      }
      wordings.push({ topic, square: 0, refuses })
    }
  })
  weigh(postings, wordings, topics.length)
  for (const small of [language.small, language.asking, language.negating])
    for (const word of small) if (!stems.has(word)) stems.set(word, word)
  return { topics, wordings, exact, postings, stems, spelling: createSpelling(stems.keys()) }
}

function post(
  postings: Map<string, Posting>,
  { stem, weight }: AnalysedWord,
  wording: number,
  topic: number,
) {
  const posting = postings.get(stem) ?? { wordings: [], topics: [], weight }
  postings.set(stem, posting)
  posting.wordings.push(wording)
  if (posting.topics.at(-1) !== topic) posting.topics.push(topic)
}

/** Turns each stem's own weight into its TF-IDF weight, and adds up the squares of every wording. */
function weigh(postings: ReadonlyMap<string, Posting>, wordings: readonly Wording[], topics: number): void {
  for (const posting of postings.values()) {
    posting.weight *= rarity(posting.topics.length, topics)
    for (const at of posting.wordings) {
      const wording = wordings[at]
      if (wording) wording.square += posting.weight ** 2
    }
  }
}

/** Inverse document frequency, flattened: a bot of three intents has no rare words. */
function rarity(topicsWithIt: number, topics: number): number {
  return 1 + Math.log((topics + 1) / (topicsWithIt + 1)) / 2
}

function guess(index: Index, text: AnalysedText, language: Language): Guess[] {
  const asked = askedWords(index, text, language)
  const askedSquare = asked.reduce((sum, { weight }) => sum + weight ** 2, 0)
  const inTopic = new Float64Array(index.topics.length)
  const inWording = new Float64Array(index.wordings.length)
  for (const { posting, weight } of asked) {
    for (const topic of posting?.topics ?? []) inTopic[topic] = (inTopic[topic] ?? 0) + weight ** 2
    for (const at of posting?.wordings ?? []) inWording[at] = (inWording[at] ?? 0) + weight ** 2
  }
  const best = new Float64Array(index.topics.length)
  const refused = new Uint8Array(index.topics.length)
  index.wordings.forEach(({ topic, square, refuses }, at) => {
    const found = inWording[at] ?? 0
    if (found === 0) return
    const met = (1 - SHARED) * found + SHARED * (inTopic[topic] ?? 0)
    const cosine = Math.sqrt((met / askedSquare) * Math.min(1, met / square))
    if (cosine <= (best[topic] ?? 0)) return
    best[topic] = cosine
    refused[topic] = refuses === text.refuses ? 0 : 1
  })
  best.forEach((cosine, topic) => {
    best[topic] = Math.min(cosine, MOST_INEXACT) * (refused[topic] === 1 ? REFUSED : 1)
  })
  for (const topic of index.exact.get(text.key) ?? []) best[topic] = 1
  return index.topics
    .map((topic, at) => ({ topic, confidence: calibrated(best[at] ?? 0) }))
    .filter(({ confidence }) => confidence >= LEAST)
}

/**
 * A cosine as a confidence with three decimals. Up to here a cosine mostly tells of one word in common by chance, so
 * that it is worth less than it looks.
 */
function calibrated(cosine: number): number {
  const confidence = cosine < EVEN ? cosine ** 2 / EVEN : cosine
  return Math.round(confidence * 1000) / 1000
}

/** The words of a text with the postings they mean, mistyped ones corrected, and their weights. */
function askedWords(index: Index, { words }: AnalysedText, language: Language): Asked[] {
  let corrected = 0
  const asked = new Map<string, Asked>()
  for (const { word, stem, weight } of words) {
    const posting = index.postings.get(stem)
    if (posting) asked.set(stem, { posting, weight: posting.weight })
    else if (index.stems.has(word) || weight < 1 || corrected === MOST_CORRECTED)
      asked.set(stem, unknown(index, weight))
    else {
      corrected += 1
      correct(index, word, stem, language, asked)
    }
  }
  return [...asked.values()]
}

function correct(
  index: Index,
  word: string,
  stem: string,
  language: Language,
  asked: Map<string, Asked>,
): void {
  const meant = index.spelling(word)
  const known = meant && (index.stems.get(meant.word) ?? language.stem(meant.word))
  const posting = known ? index.postings.get(known) : undefined
  if (!meant || !known) asked.set(stem, unknown(index, 1))
  else if (!posting) asked.set(known, unknown(index, 0))
  else if (!asked.has(known))
    asked.set(known, { posting, weight: posting.weight * (1 - meant.edits / word.length) })
}

function unknown(index: Index, weight: number): Asked {
  return { posting: null, weight: weight * UNKNOWN * rarity(0, index.topics.length) }
}
