import type { MessageRequest } from '../../src-shared/publish/conversation-protocol.ts'
import type { ReadDb, WriteDb } from './db.ts'

/** A message of a contact as it was received. */
export type Inbound = Readonly<{
  seq: number
  bot: string
  contact: string
  id: string
  text: string
  option: string | null
  locale: string | null
  at: number
}>

export type Received = Readonly<{ seq: number; isNew: boolean }>

/** Stores a message that is to be answered, or finds the one that came with the same id before. */
export function receive(
  db: WriteDb,
  bot: string,
  contact: string,
  message: MessageRequest & Readonly<{ at: number }>,
): Received {
  const { id, text, option, locale, at } = message
  const stored = db.get<{ seq: number }>(
    `insert into inbound (bot, contact, id, text, option, locale, at) values (?, ?, ?, ?, ?, ?, ?)
     on conflict do nothing returning seq`,
    bot,
    contact,
    id,
    // Half a surrogate pair is not text; stored as it is, it would come back as something else.
    text.replace(/\p{Surrogate}/gu, '\uFFFD'),
    option ?? null,
    locale ?? null,
    at,
  )
  if (stored) {
    db.run('insert into pending (seq) values (?)', stored.seq)
    return { seq: stored.seq, isNew: true }
  }
  const sql = 'select seq from inbound where bot = ? and contact = ? and id = ?'
  const known = db.get<{ seq: number }>(sql, bot, contact, id)
  if (!known) throw new Error('an inbound row was neither inserted nor found')
  return { seq: known.seq, isNew: false }
}

/** The oldest messages without an answer, in the order they came. */
export function pendingInbound(db: ReadDb, limit: number): readonly Inbound[] {
  return db.all<Inbound>(
    'select i.* from pending p join inbound i on i.seq = p.seq order by p.seq limit ?',
    limit,
  )
}

export function settle(db: WriteDb, seq: number): void {
  db.run('delete from pending where seq = ?', seq)
}

/** Blots out a secret answer, which was masked in everything the turn left behind. */
export function blotOut(db: WriteDb, seq: number): void {
  db.run("update inbound set text = '•••' where seq = ?", seq)
}
