import type { BotDocument } from '../document/bot-document.ts'
import type { RecordId } from '../document/ids.ts'
import type { Change, Changes } from '../edit/edit.ts'
import { isSame } from './is-same.ts'

/** The edit that makes one version of a bot the other; what both have alike stays out. */
export function changesTo(from: BotDocument, to: BotDocument): Changes {
  const changes = new Map<RecordId, Change>()
  for (const before of from.values()) {
    const after = to.get(before.id) ?? null
    if (!after || !isSame(before, after)) changes.set(before.id, { before, after })
  }
  for (const after of to.values()) if (!from.get(after.id)) changes.set(after.id, { before: null, after })
  return Object.fromEntries(changes) as Changes
}
