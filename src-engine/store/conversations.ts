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
}>

type Row = Readonly<{ contact: string; hash: string | null; session: string | null; lastNumber: number }>

const COLUMNS = 'contact, hash, session, last_number as lastNumber'

export function findConversation(db: ReadDb, bot: string, contact: string): Conversation {
  const row = db.get<Row>(`select ${COLUMNS} from conversation where bot = ? and contact = ?`, bot, contact)
  return row ? fromRow(bot, row) : { bot, contact, hash: null, session: null, lastNumber: 0 }
}

/** The conversations of a bot that wait for the contact. */
export function openConversations(db: ReadDb, bot: string): readonly Conversation[] {
  return db
    .all<Row>(`select ${COLUMNS} from conversation where bot = ? and state = 'open'`, bot)
    .map(row => fromRow(bot, row))
}

export function saveConversation(
  db: WriteDb,
  { bot, contact, hash, session, lastNumber }: Conversation,
): void {
  db.run(
    `insert into conversation (bot, contact, hash, session, state, last_number) values (?, ?, ?, ?, ?, ?)
     on conflict (bot, contact) do update set
       hash = excluded.hash, session = excluded.session, state = excluded.state, last_number = excluded.last_number`,
    bot,
    contact,
    hash,
    session && storeSession(session),
    session?.state ?? 'asleep',
    lastNumber,
  )
}

function fromRow(bot: string, { session, ...row }: Row): Conversation {
  return { bot, ...row, session: session === null ? null : restoreSession(session) }
}
