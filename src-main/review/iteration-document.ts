import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BotId, IterationId } from '../../src-shared/document/ids.ts'
import type { IterationRecord } from '../../src-shared/document/iteration.ts'
import { readRecords } from '../store/content.ts'
import type { ReadDb } from '../store/db.ts'
import { readIterationContent } from '../store/iteration-contents.ts'
import { findVersionRow, versionContent } from '../store/versions.ts'

/** What was submitted in a pass of a bot; null where its content is not in this library. */
export function iterationDocument(db: ReadDb, bot: BotId, id: IterationId): BotDocument | null {
  const record = readRecords(db, bot).find((found): found is IterationRecord => found.id === id)
  return record ? submittedDocument(db, bot, record) : null
}

/** The same for a pass that is known. */
export function submittedDocument(
  db: ReadDb,
  bot: BotId,
  { version, hash }: Pick<IterationRecord, 'version' | 'hash'>,
): BotDocument | null {
  const kept = readIterationContent(db, bot, hash)
  if (kept || findVersionRow(db, bot, version)?.hash !== hash) return kept
  const content = versionContent(db, bot, version)
  return content.ok ? content.value.document : null
}
