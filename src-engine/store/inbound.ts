import type { Input } from '../../src-shared/runtime/input.ts'
import type { ReadDb, WriteDb } from './db.ts'

/** Something that happened to a conversation, as it was received. `input` is JSON of what is more than a plain message. */
export type Inbound = Readonly<{
  seq: number
  bot: string
  contact: string
  id: string
  kind: Input['type']
  text: string
  option: string | null
  input: string | null
  locale: string | null
  channel: string | null
  at: number
}>

export type Received = Readonly<{ seq: number; isNew: boolean }>

/** What comes with an input: when, and what is looked at when a conversation begins. */
export type Arrival = Readonly<{ at: number; locale?: string | undefined; channel?: string | undefined }>

/** Stores an input that is to be answered, or finds the one that came with the same id before. */
export function receive(
  db: WriteDb,
  { bot, contact }: Readonly<{ bot: string; contact: string }>,
  input: Input,
  { at, locale, channel }: Arrival,
): Received {
  const text = 'text' in input ? input.text : ''
  const option = input.type === 'message' ? (input.option ?? null) : null
  const stored = db.get<{ seq: number }>(
    `insert into inbound (bot, contact, id, kind, text, option, input, locale, channel, at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning seq`,
    bot,
    contact,
    input.id,
    input.type,
    // Half a surrogate pair is not text; stored as it is, it would come back as something else.
    text.replace(/\p{Surrogate}/gu, '\uFFFD'),
    option,
    isPlain(input) ? null : JSON.stringify(input).replace(/\p{Surrogate}/gu, '\uFFFD'),
    locale ?? null,
    channel ?? null,
    at,
  )
  if (stored) {
    db.run('insert into pending (seq) values (?)', stored.seq)
    return { seq: stored.seq, isNew: true }
  }
  const sql = 'select seq from inbound where bot = ? and contact = ? and id = ?'
  const known = db.get<{ seq: number }>(sql, bot, contact, input.id)
  if (!known) throw new Error('an inbound row was neither inserted nor found')
  return { seq: known.seq, isNew: false }
}

const PLAIN: ReadonlySet<string> = new Set(['id', 'type', 'text', 'option'])

function isPlain(input: Input): boolean {
  return input.type === 'message' && Object.keys(input).every(member => PLAIN.has(member))
}

/** What the runtime is given; the host's own writing is trusted. */
export function inputOf({ id, kind, text, option, input }: Inbound): Input {
  if (input !== null) return JSON.parse(input) as Input
  if (kind !== 'message') return { id, type: 'time' }
  return { id, type: 'message', text, ...(option === null ? {} : { option }) }
}

/**
 * The oldest inputs without an answer, in the order they came. A conversation that waits for an effect is passed over
 * until the result is there, which then goes first: a customer who types meanwhile is answered after it.
 */
export function pendingInbound(db: ReadDb, limit: number): readonly Inbound[] {
  return db.all<Inbound>(
    `select i.* from pending p join inbound i on i.seq = p.seq
     where i.kind = 'effect' or not exists (select 1 from effect e where e.bot = i.bot and e.contact = i.contact)
     order by i.kind <> 'effect', p.seq limit ?`,
    limit,
  )
}

export function pendingCount(db: ReadDb): number {
  return db.get<{ count: number }>('select count(*) as count from pending')?.count ?? 0
}

export function settle(db: WriteDb, seq: number): void {
  db.run('delete from pending where seq = ?', seq)
}

/** Blots out a secret answer, which was masked in everything the turn left behind. */
export function blotOut(db: WriteDb, seq: number): void {
  db.run("update inbound set text = '•••', input = null where seq = ?", seq)
}
