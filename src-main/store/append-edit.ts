import { parseRecord } from '../../src-shared/blocks/parse-document.ts'
import type { BotId } from '../../src-shared/document/ids.ts'
import { applyChanges } from '../../src-shared/edit/apply-changes.ts'
import type { Change, Changes, Edit } from '../../src-shared/edit/edit.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type { ReadDb, WriteDb } from './db.ts'
import { lastSeq } from './log.ts'
import { surroundingsOf } from './surroundings.ts'
import { writeChanges } from './write-records.ts'

/**
 * Stores one edit: the changed records and the row of the log in one transaction, or nothing. The window checked it
 * with its editor; it is checked again here over what it touches. An edit that is there already, because its
 * acknowledgement was lost, is acknowledged again. Refuses with `edit/stale-base`, `edit/conflict`,
 * `document/invalid`, `document/broken-reference` or `store/not-found`.
 */
export function appendEdit(db: WriteDb, bot: BotId, edit: Edit): Result<{ seq: number }> {
  const parsed = parseChanges(edit.changes)
  if (!parsed.ok) return parsed
  const changes = parsed.value
  return db.transaction(() => {
    const last = lastSeq(db, bot)
    if (last === null) return fault('store/not-found')
    const seq = edit.baseSeq + 1
    if (last !== edit.baseSeq) return isStored(db, bot, seq, edit) ? ok({ seq }) : stale(edit, last)
    const fits = applyChanges(surroundingsOf(db, bot, changes), changes)
    if (!fits.ok) return fits
    writeChanges(db, bot, changes)
    insertEdit(db, bot, { ...edit, changes }, seq)
    return ok({ seq })
  })
}

function insertEdit(db: WriteDb, bot: BotId, edit: Edit, seq: number): void {
  db.run(
    'insert into edit (bot, seq, id, kind, target, label, actor, at, changes) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ...[
      bot,
      seq,
      edit.id,
      edit.kind,
      edit.target,
      JSON.stringify(edit.label),
      edit.actor,
      edit.at,
      JSON.stringify(edit.changes),
    ],
  )
}

function isStored(db: ReadDb, bot: BotId, seq: number, { id }: Edit): boolean {
  return db.get('select 1 from edit where bot = ? and seq = ? and id = ?', bot, seq, id) !== undefined
}

function stale({ baseSeq }: Edit, last: number) {
  return fault(
    'edit/stale-base',
    `The edit was made on position ${baseSeq}, the library is at ${last}. Open the bot again.`,
  )
}

/** Blocks' data is checked by their kinds here; the contract only knows the outer shape. */
function parseChanges(changes: Changes): Result<Changes> {
  const parsed: [string, Change][] = []
  for (const [id, { before, after }] of Object.entries(changes)) {
    if (!after) {
      parsed.push([id, { before, after }])
      continue
    }
    const record = parseRecord(after)
    if (!record.ok) return record
    parsed.push([id, { before, after: record.value }])
  }
  return ok(Object.fromEntries(parsed) as Changes)
}
