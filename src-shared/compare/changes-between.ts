import type { BotDocument } from '../document/bot-document.ts'
import type { RecordId } from '../document/ids.ts'
import type { Change, Changes } from '../edit/edit.ts'
import { isSame } from './is-same.ts'

/** The edit that makes one document the other, record by record; ids are compared, not meanings. */
export function changesBetween(before: BotDocument, after: BotDocument): Changes {
  const changes = new Map<RecordId, Change>()
  for (const record of before.values()) {
    const other = after.get(record.id) ?? null
    if (other !== record && !(other && isSame(record, other)))
      changes.set(record.id, { before: record, after: other })
  }
  for (const record of after.values())
    if (!before.get(record.id)) changes.set(record.id, { before: null, after: record })
  return Object.fromEntries(changes) as Changes
}
