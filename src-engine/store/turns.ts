import type { MessageAnswer, Turns } from '../../src-shared/publish/conversation-protocol.ts'
import type { ReadDb, WriteDb } from './db.ts'
import { repliesOf } from './messages.ts'

/** `failed`: the turn met a bug of ours; the message is kept and the conversation stays as it was. */
export type TurnOutcome = 'answered' | 'asleep' | 'no_active_bot' | 'failed'

export type Turn = Readonly<{
  seq: number
  outcome: TurnOutcome
  hash: string | null
  events: readonly unknown[]
  at: number
}>

export type StoredAnswer = Readonly<{
  outcome: TurnOutcome
  messages: MessageAnswer['messages']
  events: MessageAnswer['events']
}>

export function appendTurn(db: WriteDb, { seq, outcome, hash, events, at }: Turn): void {
  const sql = 'insert into turn (seq, outcome, hash, events, at) values (?, ?, ?, ?, ?)'
  db.run(sql, seq, outcome, hash, JSON.stringify(events), at)
}

/** The answer to an inbound message as it was written; null while it waits for its turn. */
export function storedAnswer(db: ReadDb, seq: number): StoredAnswer | null {
  const row = db.get<{ outcome: TurnOutcome; events: string }>(
    'select outcome, events from turn where seq = ?',
    seq,
  )
  return row ? { outcome: row.outcome, messages: repliesOf(db, seq), events: JSON.parse(row.events) } : null
}

/** What happened to a contact's conversation with a bot after the turn numbered `after`, in order. */
export function turnsAfter(db: ReadDb, bot: string, contact: string, after: number): Turns {
  const rows = db.all<Readonly<{ seq: number; at: number; outcome: string; events: string }>>(
    `select t.seq, t.at, t.outcome, t.events from inbound i join turn t on t.seq = i.seq
     where i.bot = ? and i.contact = ? and i.seq > ? order by t.seq limit ?`,
    bot,
    contact,
    after,
    PAGE + 1,
  )
  const turns = rows.slice(0, PAGE).map(row => ({ ...row, events: JSON.parse(row.events) }))
  return { turns, more: rows.length > PAGE }
}

/** Turns of one answer. */
const PAGE = 200
