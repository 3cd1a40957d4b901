import { listOf, type ReadDb, type WriteDb } from './db.ts'
import type { Window } from './old-rows.ts'

/** A row that is old enough to go, and of whom it is; empty for nobody. */
export type OldRow = Readonly<{ seq: number; contact: string }>

type Look = (db: ReadDb, window: Window, before: number) => Promise<readonly OldRow[]>

function looking(sql: string): Look {
  return (db, { after, to }, before) => db.all<OldRow>(sql, after, to, before)
}

/** What came in over channels; what waits for its files is still under way. */
export const oldEvents = looking(
  `select seq, contact from channel_event e where seq > ? and seq <= ? and at < ?
   and not exists (select 1 from channel_waiting w where w.bot = e.bot and w.contact = e.contact)`,
)

/** What was handed over, or given up. */
export const oldDeliveries = looking(
  "select seq, contact from delivery where seq > ? and seq <= ? and at < ? and state in ('done', 'dead')",
)

/** Conversations at the desk that were closed and still say whose they were. */
export const oldChats = looking(
  `select id as seq, contact from desk_chat
   where id > ? and id <= ? and closed_at < ? and state = 'closed' and contact not like 'erased:%'`,
)

export function dropEvents(tx: WriteDb, seqs: readonly number[]): Promise<number> {
  return tx.run(`delete from channel_event where seq in ${IN}`, numbers(seqs))
}

export async function dropDeliveries(tx: WriteDb, seqs: readonly number[]): Promise<number> {
  await tx.run(`delete from integration_attempt where delivery in ${IN}`, numbers(seqs))
  // It may have been asked to be made again in the meantime.
  return tx.run(`delete from delivery where seq in ${IN} and state in ('done', 'dead')`, numbers(seqs))
}

/** Rows of the desk stay for its figures; what they say of anybody goes. */
export async function blotChats(tx: WriteDb, seqs: readonly number[], alias: string): Promise<number> {
  await tx.run(
    `update desk_note set text = '•••' where chat in ${IN}
     and text not in ('', '•••', 'bot', 'agent', 'time', 'erasure', 'restriction')`,
    numbers(seqs),
  )
  return tx.run(`update desk_chat set contact = ?, summary = '[]' where id in ${IN}`, alias, numbers(seqs))
}

const IN = '(select cast(value->>0 as bigint) from json_each(?))'

function numbers(seqs: readonly number[]): string {
  return listOf(seqs.map(seq => [seq]))
}
