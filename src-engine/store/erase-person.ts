import type { To } from './conversations.ts'
import { listOf, type ReadDb, type WriteDb } from './db.ts'
import { ERASED_QUEUE } from './deliveries.ts'
import { endChat, noteChat } from './desk-chats.ts'
import { deliverQueue } from './wake-jobs.ts'

/** One conversation that is erased; `alias` is what it is called from then on. */
export type Erasing = To &
  Readonly<{
    alias: string
    /** The channel they write on; empty for the web and the conversation API. */
    channel: string
    at: number
    /** What is left of the events of a turn. */
    blotEvents: (events: string) => string
  }>

/** How many rows of each table said something of the person. */
export type ErasedRows = Readonly<Record<string, number>>

type Step = Readonly<{ table: string; sql: string; params: readonly (string | number)[] }>

/**
 * Blots out of every table what says something of a person (requirements.md NHN-144). What stands for something that
 * happened keeps its row; what only was to be done, and what only says where they are reached, goes.
 */
export async function erasePerson(tx: WriteDb, erasing: Erasing): Promise<ErasedRows> {
  await closeAtDesk(tx, erasing)
  await settleWaiting(tx, erasing)
  const turns = await blotTurns(tx, erasing)
  const rows: Record<string, number> = turns > 0 ? { turn: turns } : {}
  const requests = await dropRequests(tx, erasing)
  if (requests > 0) rows.proactive_request = requests
  for (const { table, sql, params } of stepsFor(erasing, tx.vault.name(erasing.contact))) {
    const count = await tx.run(sql, ...params)
    if (count > 0) rows[table] = count
  }
  return rows
}

async function closeAtDesk(tx: WriteDb, erasing: Erasing): Promise<void> {
  const { at } = erasing
  const chat = await endChat(tx, erasing, { by: 'erasure', at })
  if (chat !== null) await noteChat(tx, chat, { at, kind: 'ended', text: 'erasure' })
}

/** What was not answered yet never will be: who waits for it is told so. */
async function settleWaiting(tx: WriteDb, { bot, contact, at }: Erasing): Promise<void> {
  await tx.run(
    `insert into turn (seq, outcome, hash, events, at)
     select seq, 'no_active_bot', null, '[]', cast(? as bigint) from pending where bot = ? and contact = ?`,
    at,
    bot,
    tx.vault.name(contact),
  )
  await tx.run('delete from pending where bot = ? and contact = ?', bot, tx.vault.name(contact))
}

/** What happened in turns, up to a time; of events that do not open nothing is left. Answers how many there were. */
export async function blotTurns(
  tx: WriteDb,
  { bot, contact, at, blotEvents }: Erasing,
  before = Number.MAX_SAFE_INTEGER,
): Promise<number> {
  const of = 'from inbound i join turn t on t.seq = i.seq where i.bot = ? and i.contact = ? and i.at < ?'
  const person = [bot, tx.vault.name(contact), before] as const
  const turns = await tx.all<{ seq: number }>(`select t.seq ${of}`, ...person)
  const known = await tx.sound<{ seq: number; events: string }>(`select t.seq, t.events ${of}`, ...person)
  const events = new Map(known.map(turn => [turn.seq, blotEvents(turn.events)]))
  for (const { seq } of turns) {
    const left = tx.vault.seal('turn.events', events.get(seq) ?? '[]', [seq])
    await tx.run('update turn set events = ?, erased_at = ? where seq = ?', left, at, seq)
  }
  return turns.length
}

type Request = Readonly<{ key: string; answer: string }>

/** A request's answer has who was written to as the sender wrote it, and the ids of what became messages. */
async function dropRequests(tx: WriteDb, { bot, contact }: Erasing): Promise<number> {
  const messages = await tx.all<{ id: string }>(
    'select id from proactive_message where bot = ? and contact = ?',
    bot,
    tx.vault.name(contact),
  )
  const traces = [userOf(contact), ...messages.map(({ id }) => id)]
  const requests = await tx.sound<Request>(
    'select bot, dedupe_key as key, answer from proactive_request where bot = ?',
    bot,
  )
  const naming = requests.filter(({ answer }) => traces.some(trace => answer.includes(trace)))
  for (const { key } of naming)
    await tx.run('delete from proactive_request where bot = ? and dedupe_key = ?', bot, tx.vault.name(key))
  return naming.length
}

/** Children first: they are found through what their parents are still called, which is `contact`, sealed. */
function stepsFor({ bot, alias, channel, at }: Erasing, contact: string): readonly Step[] {
  const of = [bot, contact]
  const renamed = [alias, bot, contact]
  const reached = [channel, contact]
  const OF = 'where bot = ? and contact = ?'
  const REACHED = 'where channel = ? and contact = ?'
  return [
    {
      table: 'integration_attempt',
      sql: `update integration_attempt set excerpt = '' where delivery in (select seq from delivery ${OF})`,
      params: of,
    },
    {
      table: 'desk_note',
      sql: `update desk_note set text = '•••' where chat in (select id from desk_chat ${OF}) and text not in ('', '•••', 'bot', 'agent', 'time', 'erasure', 'restriction')`,
      params: of,
    },
    {
      table: 'desk_chat',
      sql: `update desk_chat set contact = ?, summary = '[]', close_reason = case when close_reason is null then null else '•••' end ${OF}`,
      params: renamed,
    },
    {
      table: 'inbound',
      sql: `update inbound set contact = ?, id = 'erased.' || seq, text = '•••', option = null, input = null, profile = null ${OF}`,
      params: renamed,
    },
    {
      table: 'message',
      sql: `update message set contact = ?, id = 'erased.' || number, text = '•••', options = null, content = null ${OF}`,
      params: renamed,
    },
    {
      table: 'conversation',
      sql: `update conversation set contact = ?, session = null, due_at = null, state = 'closed' ${OF}`,
      params: renamed,
    },
    {
      table: 'proactive_message',
      sql: `update proactive_message set contact = ?, recipient = '•••' ${OF}`,
      params: renamed,
    },
    { table: 'effect', sql: `delete from effect ${OF}`, params: of },
    {
      table: 'delivery',
      sql: `update delivery set contact = ?, id = 'erased.' || seq, queue = ?, payload = '{}', error = null, answer = null,
        state = case when state in ('waiting', 'held') then 'dead' else state end ${OF}`,
      params: [alias, ERASED_QUEUE, bot, contact],
    },
    { table: 'routing', sql: `update routing set contact = ?, state = '{}' ${OF}`, params: renamed },
    {
      table: 'routed_conversation',
      sql: `update routed_conversation set contact = ?, closed_at = coalesce(closed_at, cast(? as bigint)) ${OF}`,
      params: [alias, at, bot, contact],
    },
    {
      table: 'stage_conversation',
      sql: 'update stage_conversation set contact = ? where stage in (select id from stage where bot = ?) and contact = ?',
      params: renamed,
    },
    { table: 'channel_waiting', sql: `delete from channel_waiting ${OF}`, params: of },
    {
      table: 'channel_event',
      sql: `update channel_event set contact = ?, id = 'erased.' || seq, note = null, payload = null ${REACHED}`,
      params: [alias, ...reached],
    },
    { table: 'channel_address', sql: `delete from channel_address ${REACHED}`, params: reached },
  ]
}

/** The tables that say who somebody is, and nothing of what was said. */
const WHO = new Set([
  'conversation',
  'routing',
  'routed_conversation',
  'stage_conversation',
  'channel_address',
])

/** Blots out who somebody is, of whom nothing is left that was said. */
export async function forgetWho(tx: WriteDb, erasing: Erasing): Promise<void> {
  for (const { table, sql, params } of stepsFor(erasing, tx.vault.name(erasing.contact)))
    if (WHO.has(table)) await tx.run(sql, ...params)
}

/** What the channel calls them; the whole name where there is none. */
function userOf(contact: string): string {
  return contact.split(':').at(-1) ?? contact
}

/** What they agreed to, which is of the person and not of a bot; `contact` is without its environment. */
export function blotConsent(
  tx: WriteDb,
  { channel, contact, alias }: Readonly<{ channel: string; contact: string; alias: string }>,
): Promise<number> {
  return tx.run(
    "update consent set contact = ?, wording = '•••' where channel in ('', ?) and contact = ?",
    alias,
    channel,
    tx.vault.name(contact),
  )
}

/** What a channel told that nothing became of, where it names one of these. */
export async function blotMentions(tx: WriteDb, channel: string, names: readonly string[]): Promise<number> {
  const naming = await eventsNaming(tx, channel, names)
  return tx.run(
    `update channel_event set payload = null, note = null
     where seq in (select cast(value->>0 as bigint) from json_each(?))`,
    listOf(naming.map(seq => [seq])),
  )
}

/** The numbers of what a channel told that nothing became of, where it names one of these. */
export async function eventsNaming(
  db: ReadDb,
  channel: string,
  names: readonly string[],
): Promise<readonly number[]> {
  if (names.length === 0) return []
  const events = await db.sound<{ seq: number; payload: string }>(
    `select seq, channel, id, payload from channel_event
     where channel = ? and payload is not null and sort in ('ignored', 'unreadable', 'trouble')`,
    channel,
  )
  return events.flatMap(({ seq, payload }) => (names.some(name => payload.includes(name)) ? [seq] : []))
}

/** What jobs on a shared database say of a person; those under way end by themselves. */
export async function dropJobs(tx: WriteDb, { bot, contact }: To, queues: readonly string[]): Promise<void> {
  const list = listOf(queues.map(queue => [tx.vault.name(queue)]))
  await tx.run(
    `delete from graphile_worker._private_jobs where locked_at is null and (
       (payload->>'bot' = ? and payload->>'contact' = ?)
       or payload->>'queue' in (select value->>0 from json_each(?)))`,
    bot,
    tx.vault.name(contact),
    list,
  )
  await tx.run(
    `delete from graphile_worker._private_job_queues q where locked_at is null
       and queue_name in (select value->>0 from json_each(?))
       and not exists (select 1 from graphile_worker._private_jobs j where j.job_queue_id = q.id)`,
    listOf(queues.map(queue => [tx.vault.digest(deliverQueue(queue))])),
  )
}

/** The bots that know something of any of these names, and the names. */
export function conversationsNamed(
  db: ReadDb,
  channel: string,
  contacts: readonly string[],
): Promise<readonly To[]> {
  const exists = [
    'inbound',
    'conversation',
    'delivery',
    'channel_waiting',
    'routing',
    'desk_chat',
    'effect',
    'proactive_message',
  ]
    .map(table => `exists (select 1 from ${table} t where t.bot = b.id and t.contact = n.value->>0)`)
    .join(' or ')
  return db.all<To>(
    `select b.id as bot, n.value->>0 as contact from bot b, json_each(?) n
     where ${exists} or exists (select 1 from channel_event e
       where e.channel = ? and e.contact = n.value->>0 and e.bot = b.id)`,
    listOf(contacts.map(contact => [db.vault.name(contact)])),
    channel,
  )
}

/** The queues that a person's deliveries are in. */
export async function queuesOf(db: ReadDb, { bot, contact }: To): Promise<readonly string[]> {
  const sql = 'select distinct queue from delivery where bot = ? and contact = ?'
  return (await db.all<{ queue: string }>(sql, bot, db.vault.name(contact))).map(({ queue }) => queue)
}

/** Everything a channel calls a contact by. */
export async function namesOf(
  db: ReadDb,
  channel: string,
  contacts: readonly string[],
): Promise<readonly string[]> {
  const sql = `select address from channel_address
    where channel = ? and contact in (select value->>0 from json_each(?))`
  const rows = await db.all<{ address: string }>(
    sql,
    channel,
    listOf(contacts.map(contact => [db.vault.name(contact)])),
  )
  return rows.map(({ address }) => address)
}
