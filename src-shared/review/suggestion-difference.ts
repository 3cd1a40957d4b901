import { compareBots } from '../compare/compare-bots.ts'
import type { Difference } from '../compare/difference.ts'
import { BotDocument } from '../document/bot-document.ts'
import type { RecordId } from '../document/ids.ts'
import type { BotDocRecord, CommentRecord } from '../document/records.ts'

/**
 * What a suggestion would change, from what it found to what it makes of it. The bot around it is left as it is now: only
 * names are asked of it.
 */
export function suggestionDifference(document: BotDocument, { changes = {} }: CommentRecord): Difference {
  const before = BotDocument.of(document.values())
  const after = BotDocument.of(document.values())
  const put = (target: BotDocument, id: RecordId, record: BotDocRecord | null) =>
    record ? target.put(record) : target.drop(id)
  for (const [id, change] of Object.entries(changes)) {
    put(before, id as RecordId, change.before as BotDocRecord | null)
    put(after, id as RecordId, change.after as BotDocRecord | null)
  }
  return compareBots(before, after)
}
