import type { BotId } from '../../src-shared/document/ids.ts'
import type { DesignerEvent } from '../../src-shared/publish/audit-protocol.ts'
import type { ReadDb, WriteDb } from './db.ts'

type NewEvent = Omit<DesignerEvent, 'id'>
type Row = Omit<DesignerEvent, 'detail'> & Readonly<{ seq: number; detail: string }>

/** Events of which an engine is told at once; it takes no more. */
const AT_ONCE = 100

/** Notes what a person did, for the engines that have the bot; inside the transaction of what was done, where it has one. */
export function noteEvent(db: WriteDb, { bot, action, version, detail, actor, at }: NewEvent): void {
  db.run(
    'insert into designer_event (bot, action, version, detail, actor, at) values (?, ?, ?, ?, ?, ?)',
    ...[bot, action, version, JSON.stringify(detail), actor, at],
  )
}

/** The oldest events that an engine was not told of, of bots it is known to have. */
export function eventsToTell(
  db: ReadDb,
  engine: string,
): readonly (DesignerEvent & Readonly<{ seq: number }>)[] {
  const rows = db.all<Row>(
    `select seq, id, bot, action, version, detail, actor, at from designer_event
     where bot in (select bot from engine_version where engine = ?)
       and seq not in (select event from designer_event_told where engine = ?)
     order by seq limit ${AT_ONCE}`,
    ...[engine, engine],
  )
  return rows.map(row => ({ ...row, detail: JSON.parse(row.detail) }))
}

export function markTold(db: WriteDb, engine: string, events: readonly number[]): void {
  for (const event of events)
    db.run('insert or ignore into designer_event_told (engine, event) values (?, ?)', engine, event)
}

/** What an export is called in the trail. */
export function noteExport(
  db: WriteDb,
  { bot, format, actor, at }: Readonly<{ bot: BotId; format: string; actor: string; at: number }>,
): void {
  noteEvent(db, { bot, action: 'export', version: '', detail: { format }, actor, at })
}
