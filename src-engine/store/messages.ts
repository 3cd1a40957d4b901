import type { SentMessage, Transcript } from '../../src-shared/publish/conversation-protocol.ts'
import type { ReadDb, WriteDb } from './db.ts'

/** One message of a transcript. `turn` is the inbound message it is or answers. */
export type Message = SentMessage &
  Readonly<{ bot: string; contact: string; sender: 'contact' | 'bot'; turn: number | null; at: number }>

type Row = Readonly<{
  id: string
  number: number
  text: string
  options: string | null
  from: 'contact' | 'bot'
  at: number
}>

const COLUMNS = 'id, number, text, options, sender as "from", at'
/** Messages of one answer. */
const PAGE = 500

export function appendMessage(db: WriteDb, message: Message): void {
  const { bot, contact, number, sender, id, text, options, turn, at } = message
  db.run(
    'insert into message (bot, contact, number, sender, id, text, options, turn, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    bot,
    contact,
    number,
    sender,
    id,
    text,
    options && JSON.stringify(options),
    turn,
    at,
  )
}

/** What the bot answered to one inbound message. */
export function repliesOf(db: ReadDb, turn: number): SentMessage[] {
  const rows = db.all<Row>(
    `select ${COLUMNS} from message where turn = ? and sender = 'bot' order by number`,
    turn,
  )
  return rows.map(({ id, number, text, options }) => ({
    id,
    number,
    text,
    options: options === null ? null : JSON.parse(options),
  }))
}

/** Both sides of a conversation after the message numbered `after`, in order. */
export function transcriptAfter(db: ReadDb, bot: string, contact: string, after: number): Transcript {
  const rows = db.all<Row>(
    `select ${COLUMNS} from message where bot = ? and contact = ? and number > ? order by number limit ?`,
    bot,
    contact,
    after,
    PAGE + 1,
  )
  const messages = rows
    .slice(0, PAGE)
    .map(row => ({ ...row, options: row.options === null ? null : JSON.parse(row.options) }))
  return { messages, more: rows.length > PAGE }
}
