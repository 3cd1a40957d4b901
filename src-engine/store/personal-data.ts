import { setImmediate as nextLoop } from 'node:timers/promises'
import { botIdSchema } from '../../src-shared/document/ids.ts'
import type { FoundContacts } from '../../src-shared/publish/contact-protocol.ts'
import { restoreSession } from '../../src-shared/runtime/stored-session.ts'
import { conversationName, type To } from './conversations.ts'
import { listOf, type ReadDb } from './db.ts'

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
  return readAll(db, OF_CONVERSATION, [bot, db.vault.name(contact)])
}

export function channelRecordsOf(
  db: ReadDb,
  channel: string,
  contact: string,
): Promise<Readonly<Record<string, readonly Row[]>>> {
  return readAll(db, OF_CHANNEL, [channel, db.vault.name(contact)])
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

type Found = FoundContacts['contacts'][number]

/**
 * Contacts by a part of what they, their channel or a bot calls them, or of what their channel says their name is. What is
 * sealed has to be looked through: a page of conversations at a time, with others between.
 */
export async function findContacts(
  db: ReadDb,
  find: string,
  bot: string | undefined,
): Promise<FoundContacts> {
  const part = find.toLowerCase()
  const found: Found[] = []
  for (let after: readonly [string, string] = ['', '']; ; ) {
    const page = await conversationsFrom(db, after, bot)
    found.push(...(await thoseWith(db, part, page)))
    const last = page.at(-1)
    if (!last || page.length < LOOKED_THROUGH) break
    after = [last.bot, db.vault.name(last.contact)]
    await nextLoop()
  }
  found.push(...(await callersWith(db, part, bot)))
  found.sort((a, b) => (`${a.bot}/${a.contact}` < `${b.bot}/${b.contact}` ? -1 : 1))
  return { contacts: found.slice(0, MOST_FOUND), more: found.length > MOST_FOUND }
}

const LOOKED_THROUGH = 500

function conversationsFrom(
  db: ReadDb,
  after: readonly [string, string],
  bot: string | undefined,
): Promise<readonly Found[]> {
  return db.all<Found>(
    `select bot, contact, last_number as "lastNumber", state from conversation
     where (bot, contact) > (?, ?) ${bot === undefined ? '' : 'and bot = ?'} order by bot, contact limit ${LOOKED_THROUGH}`,
    ...after,
    ...(bot === undefined ? [] : [bot]),
  )
}

/** Who is known to a channel, and never talked: they called a line that is never answered. */
async function callersWith(db: ReadDb, part: string, bot: string | undefined): Promise<readonly Found[]> {
  const found: Found[] = []
  for (let after: readonly [string, string] = ['', '']; ; ) {
    const page = await db.all<To & Readonly<{ channel: string; address: string }>>(
      `select a.channel, a.address, a.contact, h.bot from channel_address a join channel h on h.id = a.channel
       where (a.channel, a.address) > (?, ?) and h.kind = 'missedCall' ${bot === undefined ? '' : 'and h.bot = ?'}
       order by a.channel, a.address limit ${LOOKED_THROUGH}`,
      ...after,
      ...(bot === undefined ? [] : [bot]),
    )
    for (const { address, ...to } of page)
      if (address.includes(part))
        found.push({ bot: botIdSchema.parse(to.bot), contact: to.contact, lastNumber: 0, state: 'none' })
    const last = page.at(-1)
    if (!last || page.length < LOOKED_THROUGH) return found
    after = [last.channel, db.vault.name(last.address)]
    await nextLoop()
  }
}

type Known = To & Readonly<{ text: string }>

async function thoseWith(db: ReadDb, part: string, page: readonly Found[]): Promise<readonly Found[]> {
  const list = listOf(page.map(({ bot, contact }) => [bot, db.vault.name(contact)]))
  const addresses = await db.all<Omit<Known, 'bot'>>(
    `select contact, address as text from channel_address
     where contact in (select value->>1 from json_each(?))`,
    list,
  )
  const profiles = await db.all<Known>(
    `select distinct bot, contact, profile as text from inbound
     where profile is not null and (bot, contact) in (select value->>0, value->>1 from json_each(?))`,
    list,
  )
  const sessions = await db.sound<Known>(
    `select bot, contact, session as text from conversation
     where session is not null and (bot, contact) in (select value->>0, value->>1 from json_each(?))`,
    list,
  )
  const has = ({ text }: Readonly<{ text: string }>) => text.toLowerCase().includes(part)
  const knows = (one: Known) => has(one) && namesIn(one.text).some(text => has({ text }))
  const called = new Set(addresses.filter(has).map(({ contact }) => contact))
  const told = new Set([...profiles.filter(has), ...sessions.filter(knows)].map(conversationName))
  return page.filter(
    one => has({ text: one.contact }) || called.has(one.contact) || told.has(conversationName(one)),
  )
}

/** What a bot calls the person of a session. */
function namesIn(session: string): readonly string[] {
  const { values = {} } = restoreSession(session)
  return [values.NOME_CLIENTE, values.NUMERO_CLIENTE].filter(value => typeof value === 'string')
}
