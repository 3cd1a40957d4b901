import type { To } from './conversations.ts'
import type { ReadDb, WriteDb } from './db.ts'
import type { ProactiveRow } from './proactive.ts'

/** Where the owner of a key is told what becomes of their messages; `secret` is sealed. */
export type Callback = Readonly<{ key: string; url: string; secret: string; at: number }>

export async function findCallback(db: ReadDb, key: string): Promise<Callback | null> {
  const sql = 'select key, url, secret, at from proactive_callback where key = ?'
  return (await db.get<Callback>(sql, key)) ?? null
}

export async function saveCallback(tx: WriteDb, callback: Callback): Promise<void> {
  const conflict =
    'on conflict (key) do update set url = excluded.url, secret = excluded.secret, at = excluded.at'
  await tx.insert('proactive_callback', [callback], { conflict })
}

/** Answers whether there was one. */
export async function dropCallback(tx: WriteDb, key: string): Promise<boolean> {
  return (await tx.run('delete from proactive_callback where key = ?', key)) > 0
}

const SELECT = `select m.id, m.bot, m.contact, m.channel, m.recipient, m.seq, m.key, m.at
  from proactive_message m join proactive_callback c on c.key = m.key`

/** The message that became an input, if its sender wants to be told. */
export async function toldAt(db: ReadDb, { bot, contact }: To, seq: number): Promise<ProactiveRow | null> {
  const sql = `${SELECT} where m.bot = ? and m.contact = ? and m.seq = ?`
  return (await db.get<ProactiveRow>(sql, bot, db.vault.name(contact), seq)) ?? null
}

/** More than so many before nobody reads the reports of. */
const MOST = 20

/** Messages that were begun with a contact before an input, whose senders want to be told; the newest first. */
export function toldBefore(db: ReadDb, { bot, contact }: To, seq: number): Promise<readonly ProactiveRow[]> {
  const sql = `${SELECT} where m.bot = ? and m.contact = ? and m.seq < ? order by m.seq desc limit ${MOST}`
  return db.all<ProactiveRow>(sql, bot, db.vault.name(contact), seq)
}
