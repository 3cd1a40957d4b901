import type { BotId } from '../../src-shared/document/ids.ts'
import type { BotDocRecord } from '../../src-shared/document/records.ts'
import type { Changes } from '../../src-shared/edit/edit.ts'
import type { WriteDb } from './db.ts'
import { recordKeys, sameKeys } from './record-row.ts'

export function insertRecord(db: WriteDb, bot: BotId, record: BotDocRecord): void {
  const { flow, source, port, target, name } = recordKeys(record)
  db.run(
    'insert into record (bot, id, type, flow, source, port, target, name, body) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ...[bot, record.id, record.type, flow, source, port, target, name, JSON.stringify(record)],
  )
}

/**
 * Writes what changes; inside a transaction. A record whose indexed members stay is updated in place, which leaves
 * every index alone. Others go before any comes, so that two variables can swap their names.
 */
export function writeChanges(db: WriteDb, bot: BotId, changes: Changes): void {
  const all = Object.entries(changes)
  for (const [id, { before, after }] of all)
    if (before && !(after && sameKeys(before, after)))
      db.run('delete from record where bot = ? and id = ?', bot, id)
  for (const [id, { before, after }] of all) {
    if (!after) continue
    if (before && sameKeys(before, after))
      db.run('update record set body = ? where bot = ? and id = ?', JSON.stringify(after), bot, id)
    else insertRecord(db, bot, after)
  }
}
