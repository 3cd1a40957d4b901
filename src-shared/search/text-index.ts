import type { BotDocument } from '../document/bot-document.ts'
import type { BotDocRecord } from '../document/records.ts'
import { foldCase } from './fold-case.ts'
import { placesOf, SEARCHED_TYPES, type SearchPlace } from './search-places.ts'

/** Records whose texts are kept in one piece: small enough that an edit costs little, large enough to be read fast. */
const CHUNK = 256

/** Stands between two texts, so that nothing is found across them; no query holds it. */
export const BETWEEN = '\u0000'

type Chunk = Readonly<{
  records: readonly BotDocRecord[]
  places: readonly SearchPlace[]
  /** Where the text of each place begins. */
  starts: readonly number[]
  /** All texts in small letters. */
  text: string
}>

/**
 * All texts of a bot in small letters, in a few long pieces: a search reads them at the speed of `indexOf`. What did
 * not change is kept by the identity of its records.
 */
export class TextIndex {
  private chunks: readonly Chunk[] = []

  /** Brings the index up to the document. */
  update(document: BotDocument): this {
    const records: BotDocRecord[] = []
    for (const type of SEARCHED_TYPES) for (const record of document.all(type)) records.push(record)
    const count = Math.ceil(records.length / CHUNK)
    this.chunks = Array.from({ length: count }, (_, at) => {
      const known = this.chunks[at]
      const [from, to] = [at * CHUNK, Math.min(records.length, (at + 1) * CHUNK)]
      return known && isOf(known, records, from, to) ? known : makeChunk(records.slice(from, to))
    })
    return this
  }

  /** Calls `found` with every place at which `needle`, in small letters, stands; until it answers false. */
  find(needle: string, found: (place: SearchPlace, start: number) => boolean): void {
    for (const { text, starts, places } of this.chunks)
      for (let at = text.indexOf(needle); at >= 0; ) {
        const index = lastAtOrBefore(starts, at)
        const isWanted = found(places[index] as SearchPlace, at - (starts[index] ?? 0))
        if (!isWanted) return
        at = text.indexOf(needle, at + needle.length)
      }
  }

  /** Characters of all texts, with one between each two. */
  get size(): number {
    return this.chunks.reduce((sum, { text }) => sum + text.length, 0)
  }
}

function isOf(chunk: Chunk, records: readonly BotDocRecord[], from: number, to: number): boolean {
  if (chunk.records.length !== to - from) return false
  for (let at = from; at < to; at += 1) if (chunk.records[at - from] !== records[at]) return false
  return true
}

function makeChunk(records: readonly BotDocRecord[]): Chunk {
  const places = records.flatMap(placesOf)
  const starts: number[] = []
  let length = 0
  for (const { text } of places) {
    starts.push(length)
    length += text.length + 1
  }
  return { records, places, starts, text: places.map(({ text }) => foldCase(text)).join(BETWEEN) }
}

function lastAtOrBefore(starts: readonly number[], at: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}
