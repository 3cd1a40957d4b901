import type { SearchMatch } from '../../src-shared/search/search-bot.ts'

/** A match with some of the text around it, on one line. */
export type Excerpt = Readonly<{ before: string; hit: string; after: string }>

const BEFORE = 12
const AFTER = 120

/** Cut so that the match is in sight however narrow the list is. */
export function excerptOf({ place: { text }, start, end }: SearchMatch): Excerpt {
  const from = start <= BEFORE ? 0 : wordStart(text, start - BEFORE, start)
  const plain = (part: string) => part.replace(/\s+/g, ' ')
  return {
    before: `${from > 0 ? '…' : ''}${plain(text.slice(from, start)).trimStart()}`,
    hit: plain(text.slice(start, end)),
    after: plain(text.slice(end, end + AFTER)),
  }
}

/** Where the next word begins, if one does before `latest`. */
function wordStart(text: string, from: number, latest: number): number {
  const space = text.slice(from, latest).search(/\s\S/)
  return space < 0 ? from : from + space + 1
}
