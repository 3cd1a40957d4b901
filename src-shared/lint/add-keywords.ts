import { DEFAULT_KEYWORDS } from '../blocks/edits/new-bot.ts'
import type { BlockId, KeywordId } from '../document/ids.ts'
import type { KeywordRecord } from '../document/records.ts'
import type { Change, Changes } from '../edit/edit.ts'
import { normaliseText } from '../runtime/normalise-text.ts'

/** The default keywords that a bot does not have yet, for an entry; ids follow from the entry's, as checks are pure. */
export function addKeywords(keywords: readonly KeywordRecord[], entry: BlockId): Changes {
  const words = new Set(keywords.map(({ text }) => normaliseText(text)))
  const ids = new Set(keywords.map(({ id }) => id))
  const changes: [KeywordId, Change][] = DEFAULT_KEYWORDS.flatMap((text, index) => {
    const id = `kw_${entry.replace(/^block_/, '').slice(0, 40)}-${index}` as KeywordId
    if (words.has(normaliseText(text)) || ids.has(id)) return []
    const after = { id, type: 'keyword', text, match: 'exact', locale: null, entry } as const
    return [[id, { before: null, after }]]
  })
  return Object.fromEntries(changes)
}
