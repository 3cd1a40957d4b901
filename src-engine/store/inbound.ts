import type { OutsideInput } from '../../src-shared/integrations/outside-input.ts'
import type { Input } from '../../src-shared/runtime/input.ts'
import { knownBots } from './bots.ts'
import { conversationName, type To } from './conversations.ts'
import { listOf, type ReadDb, type WriteDb } from './db.ts'

/** Something that happened to a conversation, as it was received. `input` is JSON of what is more than a plain message. */
export type Inbound = Readonly<{
  seq: number
  bot: string
  contact: string
  id: string
  kind: Input['type'] | OutsideInput['type']
  text: string
  option: string | null
  input: string | null
  locale: string | null
  channel: string | null
  /** JSON of a Profile. */
  profile: string | null
  at: number
  /** 1 where nothing may be done with what is kept of the contact, looked up where a turn is to be made. */
  restricted?: number
}>

/** What a channel tells of a contact: their name there, and their number. */
export type Profile = Readonly<{ name?: string | undefined; number?: string | undefined }>

/** `seq` orders the inputs of a conversation; `isNew` tells one from the same id again. */
export type Received = To & Readonly<{ seq: number; isNew: boolean }>

/** What comes with an input: when, and what is looked at when a conversation begins. */
export type Arrival = Readonly<{
  at: number
  locale?: string | undefined
  channel?: string | undefined
  profile?: Profile | undefined
}>

export type Arrived = Arrival & Readonly<{ to: To; input: Input | OutsideInput }>

/** Stores the inputs of bots that are here; null for another's. Looked at together, so that nobody overtakes anybody. */
export async function receiveKnown(
  tx: WriteDb,
  arrived: readonly Arrived[],
): Promise<readonly (Received | null)[]> {
  const known = await knownBots(
    tx,
    arrived.map(({ to }) => to.bot),
  )
  const received = await receive(
    tx,
    arrived.filter(({ to }) => known.has(to.bot)),
  )
  let next = 0
  return arrived.map(({ to }) => (known.has(to.bot) ? (received[next++] ?? null) : null))
}

/** Stores inputs that are to be answered, or finds those that came with the same id before. */
export async function receive(tx: WriteDb, arrived: readonly Arrived[]): Promise<readonly Received[]> {
  // Who is earlier in a conversation is committed earlier, so that nobody can read past an input that is still to come.
  await tx.lock(arrived.map(({ to }) => conversationName(to)))
  const how = { conflict: 'on conflict do nothing', returning: 'seq, bot, contact, id' }
  const stored = await tx.insert<Key & { seq: number }>('inbound', arrived.map(toRow), how)
  const waiting = stored.map(({ seq, bot, contact }) => ({ seq, bot, contact }))
  await tx.insert('pending', waiting)
  const fresh = new Map(stored.map(row => [keyOf(row), row.seq]))
  const received: Received[] = []
  for (const { to, input } of arrived) {
    const { bot, contact } = to
    const key = { bot, contact, id: input.id }
    const seq = fresh.get(keyOf(key))
    // The same one twice at once is new once.
    fresh.delete(keyOf(key))
    received.push(
      seq === undefined
        ? { bot, contact, seq: await seqOf(tx, key), isNew: false }
        : { bot, contact, seq, isNew: true },
    )
  }
  return received
}

type Key = To & Readonly<{ id: string }>

function keyOf({ bot, contact, id }: Key): string {
  return JSON.stringify([bot, contact, id])
}

async function seqOf(db: ReadDb, { bot, contact, id }: Key): Promise<number> {
  const sql = 'select seq from inbound where bot = ? and contact = ? and id = ?'
  const known = await db.get<{ seq: number }>(sql, bot, db.vault.name(contact), db.vault.id(id))
  if (!known) throw new Error('an inbound row was neither inserted nor found')
  return known.seq
}

function toRow({ to, input, at, locale, channel, profile }: Arrived) {
  const text = 'text' in input ? input.text : ''
  return {
    bot: to.bot,
    contact: to.contact,
    id: input.id,
    kind: input.type,
    // Half a surrogate pair is not text; stored as it is, it would come back as something else.
    text: text.replace(/\p{Surrogate}/gu, '\uFFFD'),
    option: input.type === 'message' ? (input.option ?? null) : null,
    input: isPlain(input) ? null : JSON.stringify(input).replace(/\p{Surrogate}/gu, '\uFFFD'),
    locale: locale ?? null,
    channel: channel ?? null,
    profile: profile ? JSON.stringify(profile).replace(/\p{Surrogate}/gu, '\uFFFD') : null,
    at,
  }
}

const PLAIN: ReadonlySet<string> = new Set(['id', 'type', 'text', 'option'])

function isPlain(input: Input | OutsideInput): boolean {
  return input.type === 'message' && Object.keys(input).every(member => PLAIN.has(member))
}

/** Whether an input of this id has come before. */
export async function isReceived(db: ReadDb, { bot, contact, id }: Key): Promise<boolean> {
  const sql = 'select seq from inbound where bot = ? and contact = ? and id = ?'
  return (await db.get(sql, bot, db.vault.name(contact), db.vault.id(id))) !== undefined
}

/** When some contacts last wrote to a bot, by their names; who never did is not in it. */
export async function lastWroteOf(
  db: ReadDb,
  bot: string,
  contacts: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.all<{ contact: string; at: number }>(
    `select contact, max(at) as at from inbound
     where bot = ? and contact in (select value->>0 from json_each(?)) and kind in ('message', 'referral')
     group by contact`,
    bot,
    listOf(contacts.map(contact => [db.vault.name(contact)])),
  )
  return new Map(rows.map(({ contact, at }) => [contact, at]))
}

/** What a bot elsewhere told; the host's own writing is trusted. */
export function outsideInputOf({ input }: Inbound): OutsideInput | null {
  return input === null ? null : (JSON.parse(input) as OutsideInput)
}

/** What the runtime is given; the host's own writing is trusted. */
export function inputOf({
  id,
  kind,
  text,
  option,
  input,
}: Pick<Inbound, 'id' | 'kind' | 'text' | 'option' | 'input'>): Input {
  if (input !== null) return JSON.parse(input) as Input
  if (kind !== 'message') return { id, type: 'time' }
  return { id, type: 'message', text, ...(option === null ? {} : { option }) }
}

/**
 * The oldest inputs of some conversations without an answer, in the order they came. A conversation that waits for an
 * effect is passed over until the result is there, which then goes first: a customer who types meanwhile is answered
 * after it.
 */
export function pendingInbound(
  db: ReadDb,
  conversations: readonly To[],
  limit: number,
): Promise<readonly Inbound[]> {
  return db.all<Inbound>(
    `select i.*, (select count(*) from restriction r where r.contact = i.contact) as restricted
     from pending p join inbound i on i.seq = p.seq
     where (p.bot, p.contact) in (select value->>0, value->>1 from json_each(?))
       and (i.kind = 'effect' or not exists (select 1 from effect e where e.bot = i.bot and e.contact = i.contact))
     order by i.kind <> 'effect', p.seq limit ?`,
    listOf(conversations.map(({ bot, contact }) => [bot, db.vault.name(contact)])),
    limit,
  )
}

/** Inputs without an answer after the one numbered `after`, whoever is at work on them; the oldest first. */
export function waitingInputs(
  db: ReadDb,
  after: number,
  limit: number,
): Promise<readonly (To & Readonly<{ seq: number }>)[]> {
  return db.all('select seq, bot, contact from pending where seq > ? order by seq limit ?', after, limit)
}

export async function settle(db: WriteDb, seqs: readonly number[]): Promise<void> {
  const sql = 'delete from pending where seq in (select cast(value->>0 as bigint) from json_each(?))'
  await db.run(sql, listOf(seqs.map(seq => [seq])))
}

/** Blots out a secret answer, which was masked in everything the turn left behind. */
export async function blotOut(db: WriteDb, seq: number): Promise<void> {
  await db.run("update inbound set text = '•••', input = null where seq = ?", seq)
}
