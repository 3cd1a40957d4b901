import { BotDocument } from '../document/bot-document.ts'
import type { RecordId } from '../document/ids.ts'
import { recordProblems } from '../document/integrity.ts'
import { type BotDocRecord, type BotRecord, DESIGN_TYPES } from '../document/records.ts'
import type { Changes } from '../edit/edit.ts'
import { changesTo } from './changes-to.ts'
import { needsOf } from './references.ts'
import { withoutReference } from './without-reference.ts'

/**
 * The edit that makes a bot what it was in a version (requirements.md D-02). Records for those who make the bot, such
 * as notes and tests, and the brief stay as they are now; one that cannot be without what goes, goes with it.
 */
export function restoreChanges(present: BotDocument, version: BotDocument): Changes {
  const restored = new BotDocument()
  for (const record of version.values())
    if (!DESIGN_TYPES.has(record.type))
      restored.put(record.type === 'bot' ? withBrief(record, present.bot) : record)
  for (const record of present.values()) {
    if (!DESIGN_TYPES.has(record.type)) continue
    const kept = fitting(record, restored)
    if (kept) restored.put(kept)
  }
  return changesTo(present, restored)
}

function withBrief({ brief: _, ...bot }: BotRecord, { id, brief }: BotRecord): BotRecord {
  return { ...bot, id, ...(brief === undefined ? {} : { brief }) }
}

/** A record without what is gone from around it; null where nothing of it is left. */
function fitting(record: BotDocRecord, around: BotDocument): BotDocRecord | null {
  let left: BotDocRecord | null = record
  if (left.type === 'group') {
    const { flow, blocks } = left
    left = { ...left, blocks: blocks.filter(id => around.get(id)?.flow === flow) }
    if (left.blocks.length === 0) return null
  }
  for (const id of needsOf(left))
    if (left && !around.get(id as RecordId))
      left = withoutReference(left, id, [], other => around.get(other as RecordId) !== undefined)
  return left && recordProblems(around, left).length === 0 ? left : null
}
