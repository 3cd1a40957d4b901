import type { Session } from '../../src-shared/runtime/session.ts'
import { restoreSession, storeSession } from '../../src-shared/runtime/stored-session.ts'
import type { ReadDb, WriteDb } from './db.ts'

/** Where a contact stands with a bot. `hash` names the content the session belongs to (requirements.md KAL-14). */
export type Conversation = Readonly<{
  bot: string
  contact: string
  hash: string | null
  session: Session | null
  /** The number of the last message of either side. */
  lastNumber: number
  /** When its time comes without anybody saying anything, epoch ms; null for never. */
  dueAt: number | null
}>

type Row = Readonly<{
  contact: string
  hash: string | null
  session: string | null
  lastNumber: number
  dueAt: number | null
}>

const COLUMNS = 'contact, hash, session, last_number as lastNumber, due_at as dueAt'

export function findConversation(db: ReadDb, bot: string, contact: string): Conversation {
  const row = db.get<Row>(`select ${COLUMNS} from conversation where bot = ? and contact = ?`, bot, contact)
  return row ? fromRow(bot, row) : { bot, contact, hash: null, session: null, lastNumber: 0, dueAt: null }
}

/** The conversations of a bot that wait for the contact. */
export function openConversations(db: ReadDb, bot: string): readonly Conversation[] {
  return db
    .all<Row>(`select ${COLUMNS} from conversation where bot = ? and state = 'open'`, bot)
    .map(row => fromRow(bot, row))
}

export function saveConversation(
  db: WriteDb,
  { bot, contact, hash, session, lastNumber, dueAt }: Conversation,
): void {
  db.run(
    `insert into conversation (bot, contact, hash, session, state, last_number, due_at) values (?, ?, ?, ?, ?, ?, ?)
     on conflict (bot, contact) do update set
       hash = excluded.hash, session = excluded.session, state = excluded.state, last_number = excluded.last_number,
       due_at = excluded.due_at`,
    bot,
    contact,
    hash,
    session && storeSession(session),
    session?.state ?? 'asleep',
    lastNumber,
    dueAt,
  )
}

type Due = Readonly<{ bot: string; contact: string; lastNumber: number; dueAt: number }>

/** Conversations whose time has come by `at`, the oldest first. */
export function dueConversations(db: ReadDb, at: number, limit: number): readonly Due[] {
  return db.all<Due>(
    `select bot, contact, last_number as lastNumber, due_at as dueAt from conversation
     where due_at <= ? order by due_at limit ?`,
    at,
    limit,
  )
}

export function nextDueAt(db: ReadDb): number | null {
  const sql = 'select min(due_at) as at from conversation where due_at is not null'
  return db.get<{ at: number | null }>(sql)?.at ?? null
}

/** Its turn will say when the next time is. */
export function forgetDue(db: WriteDb, { bot, contact }: Pick<Due, 'bot' | 'contact'>): void {
  db.run('update conversation set due_at = null where bot = ? and contact = ?', bot, contact)
}

function fromRow(bot: string, { session, ...row }: Row): Conversation {
  return { bot, ...row, session: session === null ? null : restoreSession(session) }
}

/** Everybody who has talked to a bot. */
export function contactsOf(db: ReadDb, bot: string): readonly string[] {
  return db
    .all<{ contact: string }>('select contact from conversation where bot = ?', bot)
    .map(row => row.contact)
}
