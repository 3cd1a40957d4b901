import type { Session } from '../../src-shared/runtime/session.ts'
import { restoreSession, storeSession } from '../../src-shared/runtime/stored-session.ts'
import { listOf, type ReadDb, type WriteDb } from './db.ts'

export type To = Readonly<{ bot: string; contact: string }>

/** Where a contact stands with a bot. `hash` names the content the session belongs to (requirements.md KAL-14). */
export type Conversation = To &
  Readonly<{
    hash: string | null
    session: Session | null
    /** The number of the last message of either side. */
    lastNumber: number
    /** When its time comes without anybody saying anything, epoch ms; null for never. */
    dueAt: number | null
  }>

type Row = To &
  Readonly<{ hash: string | null; session: string | null; lastNumber: number; dueAt: number | null }>

const COLUMNS = 'bot, contact, hash, session, last_number as "lastNumber", due_at as "dueAt"'

/** The name to lock for whatever changes a conversation; also the key of a map. */
export function conversationName({ bot, contact }: To): string {
  return `${bot}/${contact}`
}

export async function findConversation(db: ReadDb, bot: string, contact: string): Promise<Conversation> {
  const row = await db.get<Row>(
    `select ${COLUMNS} from conversation where bot = ? and contact = ?`,
    bot,
    db.vault.name(contact),
  )
  return row ? fromRow(row) : newConversation({ bot, contact })
}

export function newConversation({ bot, contact }: To): Conversation {
  return { bot, contact, hash: null, session: null, lastNumber: 0, dueAt: null }
}

/** Those of some conversations that have begun. */
export async function conversationsOf(db: ReadDb, to: readonly To[]): Promise<readonly Conversation[]> {
  const rows = await db.all<Row>(
    `select ${COLUMNS} from conversation
     where (bot, contact) in (select value->>0, value->>1 from json_each(?))`,
    listOf(to.map(({ bot, contact }) => [bot, db.vault.name(contact)])),
  )
  return rows.map(fromRow)
}

/** The conversations of a bot that wait for the contact. */
export async function openConversations(db: ReadDb, bot: string): Promise<readonly Conversation[]> {
  const rows = await db.sound<Row>(
    `select ${COLUMNS} from conversation where bot = ? and state = 'open'`,
    bot,
  )
  return rows.map(fromRow)
}

export async function saveConversations(db: WriteDb, conversations: readonly Conversation[]): Promise<void> {
  const rows = conversations.map(({ bot, contact, hash, session, lastNumber, dueAt }) => ({
    bot,
    contact,
    hash,
    session: session && storeSession(session),
    state: session?.state ?? 'asleep',
    last_number: lastNumber,
    due_at: dueAt,
  }))
  const conflict = `on conflict (bot, contact) do update set
    hash = excluded.hash, session = excluded.session, state = excluded.state, last_number = excluded.last_number,
    due_at = excluded.due_at`
  await db.insert('conversation', rows, { conflict })
}

export type Due = To & Readonly<{ lastNumber: number; dueAt: number }>

/** Conversations whose time has come by `at`, the oldest first. */
export function dueConversations(db: ReadDb, at: number, limit: number): Promise<readonly Due[]> {
  return db.all<Due>(
    `select bot, contact, last_number as "lastNumber", due_at as "dueAt" from conversation
     where due_at <= ? order by due_at limit ?`,
    at,
    limit,
  )
}

/** Those of some conversations whose time has come by `at`. */
export function dueOf(db: ReadDb, to: readonly To[], at: number): Promise<readonly Due[]> {
  return db.all<Due>(
    `select bot, contact, last_number as "lastNumber", due_at as "dueAt" from conversation
     where due_at <= ? and (bot, contact) in (select value->>0, value->>1 from json_each(?))`,
    at,
    listOf(to.map(({ bot, contact }) => [bot, db.vault.name(contact)])),
  )
}

export async function nextDueAt(db: ReadDb): Promise<number | null> {
  const sql = 'select min(due_at) as at from conversation where due_at is not null'
  return (await db.get<{ at: number | null }>(sql))?.at ?? null
}

/** Its turn will say when the next time is; false when it is another one already. */
export async function forgetDue(db: WriteDb, { bot, contact, dueAt }: Due): Promise<boolean> {
  const sql = 'update conversation set due_at = null where bot = ? and contact = ? and due_at = ?'
  return (await db.run(sql, bot, db.vault.name(contact), dueAt)) === 1
}

function fromRow({ session, ...row }: Row): Conversation {
  return { ...row, session: session === null ? null : restoreSession(session) }
}

/** Everybody who has talked to a bot and was not erased. */
export async function contactsOf(db: ReadDb, bot: string): Promise<readonly string[]> {
  const rows = await db.all<{ contact: string }>(
    "select contact from conversation where bot = ? and contact not like 'erased:%'",
    bot,
  )
  return rows.map(({ contact }) => contact)
}
