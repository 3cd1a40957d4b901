import { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BotId, RecordId } from '../../src-shared/document/ids.ts'
import type { BotDocRecord } from '../../src-shared/document/records.ts'
import type { Changes } from '../../src-shared/edit/edit.ts'
import type { ReadDb } from './db.ts'
import { editsAfter } from './log.ts'

/** All records of a bot as they are now, by id. */
export function readRecords(db: ReadDb, bot: BotId): readonly BotDocRecord[] {
  return JSON.parse(readRecordsText(db, bot)) as BotDocRecord[]
}

/** The same as the text of one JSON array, put together where the rows are: a large bot has tens of thousands of them. */
export function readRecordsText(db: ReadDb, bot: BotId): string {
  return db.get<{ text: string }>(ALL_BODIES, bot)?.text ?? '[]'
}

const ALL_BODIES = `
  select '[' || coalesce(group_concat(body, ','), '') || ']' as text
  from (select body from record where bot = ? order by id)`

/** A bot as it was at a position of its log: what is now, with the later edits taken back. */
export function contentAt(db: ReadDb, bot: BotId, seq: number): BotDocument {
  const records = new Map(readRecords(db, bot).map(record => [record.id, record]))
  for (const { changes } of editsAfter(db, bot, seq))
    for (const [id, { before }] of Object.entries(changes) as [RecordId, Changes[RecordId]][]) {
      if (before) records.set(id, before)
      else records.delete(id)
    }
  return BotDocument.of(records.values())
}
