import { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BotId } from '../../src-shared/document/ids.ts'
import type { BotDocRecord } from '../../src-shared/document/records.ts'
import type { Changes } from '../../src-shared/edit/edit.ts'
import type { ReadDb } from './db.ts'
import { targetsOf } from './record-row.ts'

type Row = { body: string }

/**
 * The part of a bot an edit can touch or break: the changed records, all they point to, and all that points to what
 * goes away. The editor's own check (src-shared/edit/apply-changes.ts) over this part says the same as over the
 * whole bot, at a cost that depends on the change only; a law in tests/integration/store compares them.
 */
export function surroundingsOf(db: ReadDb, bot: BotId, changes: Changes): BotDocument {
  const part = new BotDocument()
  const take = (record: BotDocRecord) => {
    if (part.get(record.id)) return
    part.put(record)
    for (const target of targetsOf(record)) load(target)
  }
  const takeAll = (rows: readonly Row[]) =>
    rows.forEach(({ body }) => void take(JSON.parse(body) as BotDocRecord))
  const load = (id: string) =>
    takeAll(db.all<Row>('select body from record where bot = ? and id = ?', bot, id))
  load(bot)
  for (const [id, { after }] of Object.entries(changes)) {
    load(id)
    const present = part.get(id as BotId) as BotDocRecord | undefined
    if (present && weakens(present, after)) takeAll(pointersTo(db, bot, present))
    if (!after) continue
    for (const target of targetsOf(after)) load(target)
    takeAll(rivalsOf(db, bot, after))
  }
  return part
}

/** Whether what points to a record may not be right any more. */
function weakens(present: BotDocRecord, after: BotDocRecord | null): boolean {
  if (present.type === 'flow') return after === null
  if (present.type !== 'block') return false
  return after?.type !== 'block' || after.kind !== present.kind || after.flow !== present.flow
}

/** The indexes are named, since the planner would rather read the whole bot for each block that goes. */
function pointersTo(db: ReadDb, bot: BotId, { id, type }: BotDocRecord): readonly Row[] {
  if (type === 'flow')
    return db.all<Row>("select body from record where bot = ? and type = 'block' and flow = ?", bot, id)
  return [
    ...db.all<Row>(
      "select body from record indexed by record_port where bot = ? and type = 'edge' and source = ?",
      bot,
      id,
    ),
    ...db.all<Row>('select body from record indexed by record_target where bot = ? and target = ?', bot, id),
  ]
}

/** Who holds the port or the name that must be one record's alone. */
function rivalsOf(db: ReadDb, bot: BotId, record: BotDocRecord): readonly Row[] {
  if (record.type === 'edge')
    return db.all<Row>(
      "select body from record where bot = ? and type = 'edge' and source = ? and port = ?",
      bot,
      record.from,
      record.port,
    )
  if (record.type === 'variable')
    return db.all<Row>(
      "select body from record where bot = ? and type = 'variable' and name = ?",
      bot,
      record.name,
    )
  return []
}
