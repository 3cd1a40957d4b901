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

export async function appendTurns(db: WriteDb, turns: readonly Turn[]): Promise<void> {
  await db.insert(
    'turn',
    turns.map(turn => ({ ...turn, events: JSON.stringify(turn.events) })),
  )
}

/** The answer to an inbound message as it was written; null while it waits for its turn. */
export async function storedAnswer(db: ReadDb, seq: number): Promise<StoredAnswer | null> {
  const row = await db.get<{ outcome: TurnOutcome; events: string }>(
    'select outcome, events from turn where seq = ?',
    seq,
  )
  if (!row) return null
  return { outcome: row.outcome, messages: await repliesOf(db, seq), events: JSON.parse(row.events) }
}

/** What happened to a contact's conversation with a bot after the turn numbered `after`, in order. */
export async function turnsAfter(db: ReadDb, bot: string, contact: string, after: number): Promise<Turns> {
  const rows = await db.all<Readonly<{ seq: number; at: number; outcome: string; events: string }>>(
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
