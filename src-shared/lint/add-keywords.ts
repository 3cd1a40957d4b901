import { DEFAULT_KEYWORDS } from '../blocks/edits/new-bot.ts'
import type { BotDocument } from '../document/bot-document.ts'
import type { BlockId, KeywordId } from '../document/ids.ts'
import { ChangeSet } from '../edit/changes.ts'
import type { Changes } from '../edit/edit.ts'
import { normaliseText } from '../runtime/normalise-text.ts'

/** The default keywords that the bot does not have yet, for an entry; ids follow from the entry's, as checks are pure. */
export function addKeywords(document: BotDocument, entry: BlockId): Changes {
  const taken = new Set([...document.all('keyword')].map(({ text }) => normaliseText(text)))
  const set = new ChangeSet(document)
  DEFAULT_KEYWORDS.forEach((text, index) => {
    const id = `kw_${entry.replace(/^block_/, '').slice(0, 40)}-${index}` as KeywordId
    if (!taken.has(normaliseText(text)) && !document.get(id))
      set.put({ id, type: 'keyword', text, match: 'exact', locale: null, entry })
  })
  return set.done()
}
