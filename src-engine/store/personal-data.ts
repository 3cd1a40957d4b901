import type { FoundContacts } from '../../src-shared/publish/contact-protocol.ts'
import type { To } from './conversations.ts'
import type { ReadDb } from './db.ts'

type Row = Readonly<Record<string, unknown>>

const OF = 'where bot = ? and contact = ?'

/** What each table says of a conversation; secrets of calls under way are left out. */
const OF_CONVERSATION: Readonly<Record<string, string>> = {
  inbound: `select bot, contact, seq, id, kind, text, option, input, locale, channel, profile, at from inbound ${OF} order by seq`,
  turn: 'select i.bot, i.contact, t.seq, t.outcome, t.hash, t.events, t.at from inbound i join turn t on t.seq = i.seq where i.bot = ? and i.contact = ? order by t.seq',
  message: `select bot, contact, number, sender, id, text, options, content, turn, at from message ${OF} order by number`,
  effect: `select bot, contact, id, begun_at from effect ${OF}`,
  delivery: `select bot, contact, seq, id, kind, target, payload, state, attempts, error, answer, at, done_at from delivery ${OF} order by seq`,
  integration_attempt: `select * from integration_attempt where delivery in (select seq from delivery ${OF}) order by seq`,
  channel_waiting: `select * from channel_waiting ${OF} order by seq`,
  desk_chat: `select * from desk_chat ${OF} order by id`,
  desk_note: `select * from desk_note where chat in (select id from desk_chat ${OF}) order by seq`,
  proactive_message: `select * from proactive_message ${OF} order by seq`,
  routing: `select * from routing ${OF}`,
  routed_conversation: `select * from routed_conversation ${OF} order by opened_at, id`,
  stage_conversation:
    'select c.* from stage_conversation c join stage s on s.id = c.stage where s.bot = ? and c.contact = ?',
}

/** What a channel knows of a contact. */
const OF_CHANNEL: Readonly<Record<string, string>> = {
  channel_address: 'select * from channel_address where channel = ? and contact = ? order by at, address',
  consent: "select * from consent where channel in ('', ?) and contact = ? order by seq",
  channel_event: 'select * from channel_event where channel = ? and contact = ? order by seq',
}

/** Columns that hold JSON. */
const JSON_COLUMNS = new Set([
  'input',
  'profile',
  'events',
  'options',
  'content',
  'payload',
  'files',
  'summary',
  'state',
])

/** All that is kept of a conversation besides where it stands, table by table. */
export function recordsOf(
  db: ReadDb,
  { bot, contact }: To,
): Promise<Readonly<Record<string, readonly Row[]>>> {
  return readAll(db, OF_CONVERSATION, [bot, contact])
}

export function channelRecordsOf(
  db: ReadDb,
  channel: string,
  contact: string,
): Promise<Readonly<Record<string, readonly Row[]>>> {
  return readAll(db, OF_CHANNEL, [channel, contact])
}

async function readAll(
  db: ReadDb,
  queries: Readonly<Record<string, string>>,
  params: readonly string[],
): Promise<Readonly<Record<string, readonly Row[]>>> {
  const read = async ([table, sql]: readonly [string, string]) =>
    [table, (await db.all<Row>(sql, ...params)).map(opened)] as const
  return Object.fromEntries(await Promise.all(Object.entries(queries).map(read)))
}

function opened(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, JSON_COLUMNS.has(name) ? parsed(value) : value]),
  )
}

/** `state` is a word in some tables and JSON in others. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value
  return JSON.parse(value)
}

const MOST_FOUND = 50

/** Contacts by a part of what they or their channel call them, or of what their channel says their name is. */
export async function findContacts(
  db: ReadDb,
  find: string,
  bot: string | undefined,
): Promise<FoundContacts> {
  const pattern = `%${find.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const ofBot = bot === undefined ? [] : [bot]
  const like = (column: string) => `lower(${column}) like ? escape '\\'`
  const rows = await db.all<FoundContacts['contacts'][number]>(
    `select bot, contact, last_number as "lastNumber", state from conversation c
     where (${like('contact')}
       or exists (select 1 from channel_address a where a.contact = c.contact and ${like('a.address')})
       or exists (select 1 from inbound i where i.bot = c.bot and i.contact = c.contact and ${like('i.profile')}))
       ${bot === undefined ? '' : 'and bot = ?'}
     union
     select h.bot, a.contact, 0, 'none' from channel_address a join channel h on h.id = a.channel
     where ${like('a.address')} ${bot === undefined ? '' : 'and h.bot = ?'}
       and not exists (select 1 from conversation c where c.contact = a.contact)
     order by bot, contact limit ${MOST_FOUND + 1}`,
    ...[pattern, pattern, pattern, ...ofBot, pattern, ...ofBot],
  )
  return { contacts: rows.slice(0, MOST_FOUND), more: rows.length > MOST_FOUND }
}
