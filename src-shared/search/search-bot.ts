import type { BotDocument } from '../document/bot-document.ts'
import type { FlowId } from '../document/ids.ts'
import { foldCase } from './fold-case.ts'
import type { PlaceKind, SearchPlace } from './search-places.ts'
import { BETWEEN, TextIndex } from './text-index.ts'

/** What is looked for, and where. */
export type SearchQuery = Readonly<{
  text: string
  matchCase: boolean
  wholeWord: boolean
  /** null for every kind of place. */
  kinds: ReadonlySet<PlaceKind> | null
  /** null for the whole bot. */
  flow: FlowId | null
}>

/** A text that holds what is looked for, from `start` to before `end`. */
export type SearchMatch = Readonly<{ place: SearchPlace; start: number; end: number }>
export type SearchResult = Readonly<{ matches: readonly SearchMatch[]; isComplete: boolean }>

/** More of them are neither listed nor stepped through. */
export const MOST_MATCHES = 10_000

const NOTHING: SearchResult = { matches: [], isComplete: true }
const indexes = new WeakMap<BotDocument, TextIndex>()

/** Everything in a bot that holds the text of a query, in the order of its records; at most `most`. */
export function searchBot(document: BotDocument, query: SearchQuery, most = MOST_MATCHES): SearchResult {
  if (query.text === '' || query.text.includes(BETWEEN)) return NOTHING
  const matches: SearchMatch[] = []
  let isComplete = true
  indexOf(document).find(foldCase(query.text), (place, start) => {
    const end = start + query.text.length
    if (!isWanted(place, query) || !fits(place.text, start, end, query)) return true
    if (matches.length === most) {
      isComplete = false
      return false
    }
    matches.push({ place, start, end })
    return true
  })
  return { matches, isComplete }
}

/** Makes the index of a bot, or brings it up to date, before the first letter is typed. */
export function indexOf(document: BotDocument): TextIndex {
  const index = indexes.get(document) ?? new TextIndex()
  indexes.set(document, index)
  return index.update(document)
}

/** Where a query stands in one text. */
export function matchesIn(
  text: string,
  query: SearchQuery,
): readonly Readonly<{ start: number; end: number }>[] {
  const found: { start: number; end: number }[] = []
  const [folded, needle] = [foldCase(text), foldCase(query.text)]
  if (needle === '') return found
  for (
    let start = folded.indexOf(needle);
    start >= 0;
    start = folded.indexOf(needle, start + needle.length)
  ) {
    const end = start + needle.length
    if (fits(text, start, end, query)) found.push({ start, end })
  }
  return found
}

function isWanted({ kind, flow }: SearchPlace, query: SearchQuery): boolean {
  return (query.kinds === null || query.kinds.has(kind)) && (query.flow === null || query.flow === flow)
}

const WORD = /[\p{L}\p{N}\p{M}_]/u

function fits(
  text: string,
  start: number,
  end: number,
  { text: sought, matchCase, wholeWord }: SearchQuery,
): boolean {
  if (matchCase && text.slice(start, end) !== sought) return false
  if (!wholeWord) return true
  const meets = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && WORD.test(a) && WORD.test(b)
  return !meets(text[start - 1], text[start]) && !meets(text[end - 1], text[end])
}
