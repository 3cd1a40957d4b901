import type { To } from './conversations.ts'
import { listOf, type ReadDb, type WriteDb } from './db.ts'

/** An input that waits for its files, or behind one that does; `files` is JSON of what is to be fetched. */
export type NewWaiting = To &
  Readonly<{
    channel: string
    id: string
    input: string
    profile: string | null
    locale: string | null
    files: string | null
    at: number
  }>

export type Waiting = NewWaiting & Readonly<{ seq: number }>

const COLUMNS = 'seq, channel, bot, contact, id, input, profile, locale, files, at'

export async function keepWaiting(tx: WriteDb, waiting: readonly NewWaiting[]): Promise<void> {
  if (waiting.length > 0) await tx.insert('channel_waiting', waiting)
}

/** Which of some conversations have inputs that wait, as `bot/contact`. */
export async function waitingContacts(db: ReadDb, to: readonly To[]): Promise<ReadonlySet<string>> {
  const rows = await db.all<To>(
    `select distinct bot, contact from channel_waiting
     where (bot, contact) in (select value->>0, value->>1 from json_each(?))`,
    listOf(to.map(({ bot, contact }) => [bot, db.vault.name(contact)])),
  )
  return new Set(rows.map(({ bot, contact }) => `${bot}/${contact}`))
}

export async function findWaiting(
  db: ReadDb,
  { bot, contact, id }: To & Readonly<{ id: string }>,
): Promise<Waiting | null> {
  const sql = `select ${COLUMNS} from channel_waiting where bot = ? and contact = ? and id = ?`
  return (await db.get<Waiting>(sql, bot, db.vault.name(contact), db.vault.id(id))) ?? null
}

/** Its files were fetched, or are given up. */
export async function makeReady(
  tx: WriteDb,
  { seq, bot, contact, id }: Pick<Waiting, 'seq' | 'bot' | 'contact' | 'id'>,
  input: string,
): Promise<void> {
  const sealed = tx.vault.seal('channel_waiting.input', input, [bot, contact, id])
  await tx.run('update channel_waiting set input = ?, files = null where seq = ?', sealed, seq)
}

/** Takes out what waits no more: everything of a conversation before the first that still has files to fetch. */
export async function takeReady(tx: WriteDb, { bot, contact }: To): Promise<readonly Waiting[]> {
  const all = await tx.all<Waiting>(
    `select ${COLUMNS} from channel_waiting where bot = ? and contact = ? order by seq`,
    bot,
    tx.vault.name(contact),
  )
  const first = all.findIndex(({ files }) => files !== null)
  const ready = first < 0 ? all : all.slice(0, first)
  await tx.run(
    'delete from channel_waiting where seq in (select cast(value->>0 as bigint) from json_each(?))',
    listOf(ready.map(({ seq }) => [seq])),
  )
  return ready
}
