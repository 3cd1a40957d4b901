import type { SentMessage, Transcript } from '../../src-shared/publish/conversation-protocol.ts'
import type { To } from './conversations.ts'
import type { ReadDb, WriteDb } from './db.ts'

/** One message of a transcript. `turn` is the inbound message it is or answers. */
export type Message = SentMessage &
  Readonly<{
    bot: string
    contact: string
    sender: 'contact' | 'bot' | 'agent'
    turn: number | null
    at: number
  }>

type Row = Readonly<{
  bot: string
  contact: string
  id: string
  number: number
  text: string
  options: string | null
  content: string | null
  from: 'contact' | 'bot' | 'agent'
  at: number
}>

const COLUMNS = 'bot, contact, id, number, text, options, content, sender as "from", at'
/** Messages of one answer. */
const PAGE = 500

export async function appendMessages(db: WriteDb, messages: readonly Message[]): Promise<void> {
  const rows = messages.map(({ bot, contact, number, sender, id, text, options, content, turn, at }) => ({
    bot,
    contact,
    number,
    sender,
    id,
    text,
    options: options && JSON.stringify(options),
    content: content && JSON.stringify(content),
    turn,
    at,
  }))
  await db.insert('message', rows)
}

/** What the bot answered to one inbound message. */
export async function repliesOf(db: ReadDb, turn: number): Promise<SentMessage[]> {
  const rows = await db.all<Row>(
    `select ${COLUMNS} from message where turn = ? and sender = 'bot' order by number`,
    turn,
  )
  return rows.map(row => {
    const { id, number, text, options, content } = read(row)
    return { id, number, text, options, content }
  })
}

/** Both sides of a conversation after the message numbered `after`, in order. */
export async function transcriptAfter(
  db: ReadDb,
  bot: string,
  contact: string,
  after: number,
): Promise<Transcript> {
  const rows = await db.all<Row>(
    `select ${COLUMNS} from message where bot = ? and contact = ? and number > ? order by number limit ?`,
    bot,
    db.vault.name(contact),
    after,
    PAGE + 1,
  )
  return { messages: rows.slice(0, PAGE).map(read), more: rows.length > PAGE }
}

/** What the message of a number is called. */
export async function messageIdOf(db: ReadDb, { bot, contact }: To, number: number): Promise<string | null> {
  const sql = 'select id from message where bot = ? and contact = ? and number = ?'
  return (await db.get<{ id: string }>(sql, bot, db.vault.name(contact), number))?.id ?? null
}

/** Both sides of a conversation before the message numbered `before`, the last of them, in order. */
export async function transcriptBefore(
  db: ReadDb,
  bot: string,
  contact: string,
  { before, limit }: Readonly<{ before: number; limit: number }>,
): Promise<Transcript> {
  const rows = await db.all<Row>(
    `select ${COLUMNS} from message where bot = ? and contact = ? and number < ? order by number desc limit ?`,
    bot,
    db.vault.name(contact),
    before,
    limit + 1,
  )
  return { messages: rows.slice(0, limit).reverse().map(read), more: rows.length > limit }
}

/** The last messages of a conversation, the oldest first. */
export async function lastMessages(
  db: ReadDb,
  bot: string,
  contact: string,
  limit: number,
): Promise<readonly Readonly<Pick<Row, 'from' | 'text' | 'at'>>[]> {
  const rows = await db.all<Row>(
    `select ${COLUMNS} from message where bot = ? and contact = ? order by number desc limit ?`,
    bot,
    db.vault.name(contact),
    limit,
  )
  return rows.reverse().map(({ from, text, at }) => ({ from, text, at }))
}

function read({ bot: _, contact: __, options, content, ...row }: Row) {
  const list = (text: string | null) => (text === null ? null : JSON.parse(text))
  return { ...row, options: list(options), content: list(content) }
}
