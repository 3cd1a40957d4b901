import { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BotId, RecordId } from '../../src-shared/document/ids.ts'
import type { BotDocRecord } from '../../src-shared/document/records.ts'
import type { Changes } from '../../src-shared/edit/edit.ts'
import type { ReadDb } from './db.ts'
import { editsAfter } from './log.ts'

/** All records of a bot as they are now, by id. */
export function readRecords(db: ReadDb, bot: BotId): readonly BotDocRecord[] {
  return bodiesOf(db, bot).map(body => JSON.parse(body) as BotDocRecord)
}

/** The same as the text of one JSON array. */
export function readRecordsText(db: ReadDb, bot: BotId): string {
  return `[${bodiesOf(db, bot).join(',')}]`
}

function bodiesOf(db: ReadDb, bot: BotId): readonly string[] {
  return db
    .all<{ body: string }>('select body from record where bot = ? order by id', bot)
    .map(({ body }) => body)
}

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
