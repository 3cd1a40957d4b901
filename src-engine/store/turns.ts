import type { Conversations, MessageAnswer, Turns } from '../../src-shared/publish/conversation-protocol.ts'
import type { Input } from '../../src-shared/runtime/input.ts'
import type { ReadDb, WriteDb } from './db.ts'
import { type Inbound, inputOf } from './inbound.ts'
import { repliesOf } from './messages.ts'

/**
 * `failed`: the turn met a bug of ours; the message is kept and the conversation stays as it was. `restricted`: it is
 * kept, and nothing is done with what is kept of its sender (requirements.md NHN-144).
 */
export type TurnOutcome = 'answered' | 'asleep' | 'no_active_bot' | 'restricted' | 'failed'

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
    'select seq, outcome, events from turn where seq = ?',
    seq,
  )
  if (!row) return null
  return { outcome: row.outcome, messages: await repliesOf(db, seq), events: JSON.parse(row.events) }
}

/** What happened to a contact's conversation with a bot after the turn numbered `after`, in order. */
export async function turnsAfter(db: ReadDb, bot: string, contact: string, after: number): Promise<Turns> {
  const rows = await db.all<TurnRow>(
    `select t.seq, t.at, t.outcome, t.events, i.bot, i.contact, i.id, i.kind, i.text, i.option, i.input, i.locale, i.channel
     from inbound i join turn t on t.seq = i.seq
     where i.bot = ? and i.contact = ? and i.seq > ? order by t.seq limit ?`,
    bot,
    db.vault.name(contact),
    after,
    PAGE + 1,
  )
  const turns = rows.slice(0, PAGE).map(row => {
    const { seq, at, outcome, locale, channel } = row
    return { seq, at, outcome, locale, channel, input: told(inputOf(row)), events: JSON.parse(row.events) }
  })
  return { turns, more: rows.length > PAGE }
}

type TurnRow = Readonly<{ seq: number; at: number; outcome: string; events: string }> &
  Pick<Inbound, 'id' | 'kind' | 'text' | 'option' | 'input' | 'locale' | 'channel'>

/** An input as others may see it: without its sender's id, and without what a called system said. */
function told(input: Input): NonNullable<Turns['turns'][number]['input']> {
  const { id: _, ...happening } = input
  if (happening.type === 'message') {
    const { understood: __, ...message } = happening
    return message
  }
  if (happening.type !== 'effect') return happening
  const { result } = happening
  if (result.outcome === 'answered') return { ...happening, result: { ...result, body: '' } }
  return result.outcome === 'failed' ? { ...happening, result: { ...result, message: '' } } : happening
}

/** Turns of one answer. */
const PAGE = 200

/** Inputs of all bots that one page of the list of conversations looks at: its cost grows with no history. */
const LOOKED_AT = 5000

/** Who of a bot's contacts is in what the engine received lately, before the number `before`; a page may be empty. */
export async function conversationsBefore(db: ReadDb, bot: string, before: number): Promise<Conversations> {
  const rows = await db.all<Readonly<{ contact: string | null; seq: number; at: number }>>(
    `select case bot when ? then contact end as "contact", seq, at from inbound
     where seq < ? order by seq desc limit ?`,
    bot,
    before,
    LOOKED_AT,
  )
  const newest = new Map<string, Conversations['conversations'][number]>()
  for (const { contact, seq, at } of rows)
    if (contact !== null && !newest.has(contact)) newest.set(contact, { contact, seq, at })
  const oldest = rows.length === LOOKED_AT ? (rows.at(-1)?.seq ?? null) : null
  return { conversations: [...newest.values()], before: oldest }
}
