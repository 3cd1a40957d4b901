import type { HandoverReason } from '../../src-shared/blocks/effect.ts'
import type { AfterHandover } from '../../src-shared/document/settings.ts'
import type { Value } from '../../src-shared/kit/value.ts'
import type { To } from './conversations.ts'
import type { ReadDb, WriteDb } from './db.ts'

export type Fact = Readonly<{ name: string; value: Value }>

/** What a bot asks the desk to take over (requirements.md CM-12). */
export type ChatOffer = To &
  Readonly<{
    effect: string
    skill: string | null
    reason: HandoverReason
    webstore: string | null
    channel: string
    summary: readonly Fact[]
  }>

export type ChatState = 'offered' | 'waiting' | 'taken' | 'closed'

/** A conversation at the desk. Times are epoch milliseconds UTC. */
export type DeskChat = ChatOffer &
  Readonly<{
    id: number
    state: ChatState
    mode: AfterHandover | null
    agent: string | null
    queuedAt: number
    takenAt: number | null
    closedAt: number | null
    closedBy: string | null
    closeReason: string | null
    readNumber: number
  }>

/** One that waits or was taken, with what was said last. */
export type OpenChat = Omit<DeskChat, 'summary'> &
  Readonly<{
    summary: readonly Fact[]
    botName: string
    lastNumber: number
    lastText: string | null
    /** JSON of its parts. */
    lastContent: string | null
    lastFrom: 'contact' | 'bot' | 'agent' | null
    lastAt: number | null
    /** Messages of the contact that the agent has not seen. */
    unread: number
  }>

const COLUMNS = `c.id, c.bot, c.contact, c.effect, c.state, c.skill, c.reason, c.webstore, c.channel, c.mode, c.summary,
  c.agent, c.queued_at as "queuedAt", c.taken_at as "takenAt", c.closed_at as "closedAt", c.closed_by as "closedBy",
  c.close_reason as "closeReason", c.read_number as "readNumber"`
/** More than this nobody looks through. */
const MOST_OPEN = 500

/** Keeps what a bot asks for, once for each effect. */
export async function offerChat(tx: WriteDb, offer: ChatOffer, at: number): Promise<void> {
  const { summary, ...rest } = offer
  const row = {
    ...rest,
    state: 'offered',
    summary: JSON.stringify(summary),
    at,
    queued_at: at,
    read_number: 0,
  }
  await tx.insert('desk_chat', [row], { conflict: 'on conflict (bot, contact, effect) do nothing' })
}

export async function findChat(db: ReadDb, id: number): Promise<DeskChat | null> {
  const row = await db.get<Raw<DeskChat>>(`select ${COLUMNS} from desk_chat c where c.id = ?`, id)
  return row ? fromRow(row) : null
}

/** What waits and what was taken, the oldest first. */
export async function openChats(db: ReadDb): Promise<readonly OpenChat[]> {
  const rows = await db.sound<Raw<OpenChat>>(
    `select ${COLUMNS}, b.name as "botName", v.last_number as "lastNumber", m.number, m.text as "lastText", m.content as "lastContent",
       m.sender as "lastFrom", m.at as "lastAt",
       (select count(*) from message u where u.bot = c.bot and u.contact = c.contact
          and u.number > c.read_number and u.sender = 'contact') as unread
     from desk_chat c join bot b on b.id = c.bot
     join conversation v on v.bot = c.bot and v.contact = c.contact
     left join message m on m.bot = c.bot and m.contact = c.contact and m.number = v.last_number
     where c.state in ('waiting', 'taken') order by c.queued_at, c.id limit ${MOST_OPEN}`,
  )
  return rows.map(fromRow)
}

export type PastChat = Readonly<{
  id: number
  botName: string
  at: number
  skill: string | null
  agent: string | null
  state: ChatState
  closedAt: number | null
  closeReason: string | null
}>

/** What a contact was handed over for before, the newest first (requirements.md NHN-79). */
export function pastChats(db: ReadDb, contact: string, besides: number): Promise<readonly PastChat[]> {
  return db.all<PastChat>(
    `select c.id, b.name as "botName", c.at, c.skill, c.agent, c.state, c.closed_at as "closedAt",
       c.close_reason as "closeReason"
     from desk_chat c join bot b on b.id = c.bot
     where c.contact = ? and c.id <> ? and c.state = 'closed' order by c.id desc limit 20`,
    db.vault.name(contact),
    besides,
  )
}

type Begun = To & Readonly<{ effect: string; mode: AfterHandover; at: number; lastNumber: number }>

/** The bot has handed over; answers the chat, null where another desk was asked. */
export async function beginChat(tx: WriteDb, begun: Begun): Promise<number | null> {
  const { bot, contact, effect, mode, at, lastNumber } = begun
  const rows = await tx.all<{ id: number }>(
    `update desk_chat set state = 'waiting', mode = ?, queued_at = ?, read_number = ?
     where bot = ? and contact = ? and effect = ? and state = 'offered' returning id`,
    mode,
    at,
    lastNumber,
    bot,
    tx.vault.name(contact),
    effect,
  )
  return rows[0]?.id ?? null
}

/** A contact who writes to nobody any more waits again; answers the chat, null when somebody has it. */
export async function reopenChat(tx: WriteDb, { bot, contact }: To, at: number): Promise<number | null> {
  const rows = await tx.all<{ id: number }>(
    `update desk_chat set state = 'waiting', agent = null, queued_at = ?, taken_at = null, closed_at = null,
       closed_by = null, close_reason = null
     where state = 'closed'
       and id = (select max(id) from desk_chat where bot = ? and contact = ? and state <> 'offered')
     returning id`,
    at,
    bot,
    tx.vault.name(contact),
  )
  return rows[0]?.id ?? null
}

/** The conversation is the bot's again, for a reason of its own; answers the chat that was open, if one was. */
export async function endChat(
  tx: WriteDb,
  { bot, contact }: To,
  { by, at }: Readonly<{ by: string; at: number }>,
): Promise<number | null> {
  const rows = await tx.all<{ id: number }>(
    `update desk_chat set state = 'closed', closed_at = ?, closed_by = ?
     where bot = ? and contact = ? and state in ('waiting', 'taken') returning id`,
    at,
    by,
    bot,
    tx.vault.name(contact),
  )
  return rows[0]?.id ?? null
}

/** False when somebody else was faster (requirements.md NHN-78). */
export async function takeWaiting(tx: WriteDb, id: number, agent: string, at: number): Promise<boolean> {
  const sql =
    "update desk_chat set state = 'taken', agent = ?, taken_at = ? where id = ? and state = 'waiting'"
  return (await tx.run(sql, agent, at, id)) === 1
}

/** From one agent to another; false when it was not theirs any more. */
export async function giveChat(
  tx: WriteDb,
  id: number,
  { from, to, at }: Readonly<{ from: string; to: string; at: number }>,
): Promise<boolean> {
  const sql = "update desk_chat set agent = ?, taken_at = ? where id = ? and state = 'taken' and agent = ?"
  return (await tx.run(sql, to, at, id, from)) === 1
}

/** Back into the queue, where its age is its place; false when it was not theirs any more. */
export async function returnChat(
  tx: WriteDb,
  id: number,
  { from, skill }: Readonly<{ from: string; skill: string | null }>,
): Promise<boolean> {
  const sql = `update desk_chat set state = 'waiting', agent = null, taken_at = null, skill = ?
    where id = ? and state = 'taken' and agent = ?`
  return (await tx.run(sql, skill, id, from)) === 1
}

export async function closeChat(
  tx: WriteDb,
  id: number,
  { agent, reason, at }: Readonly<{ agent: string; reason: string; at: number }>,
): Promise<void> {
  const sql =
    "update desk_chat set state = 'closed', closed_at = ?, closed_by = ?, close_reason = ? where id = ?"
  await tx.run(sql, at, agent, tx.vault.seal('desk_chat.close_reason', reason), id)
}

/** The agent has written: what was said before is read, and how long the first answer took is known. */
export async function noteAnswer(tx: WriteDb, id: number, lastNumber: number, at: number): Promise<void> {
  const sql =
    'update desk_chat set read_number = ?, answered_at = coalesce(answered_at, ?) where id = ? and read_number <= ?'
  await tx.run(sql, lastNumber, at, id, lastNumber)
}

export async function setRead(
  tx: WriteDb,
  id: number,
  { agent, number }: Readonly<{ agent: string; number: number }>,
): Promise<boolean> {
  const sql = `update desk_chat set read_number = ? where id = ? and agent = ? and state = 'taken' and read_number < ?`
  return (await tx.run(sql, number, id, agent, number)) === 1
}

export type ChatNote = Readonly<{
  at: number
  kind: 'asked' | 'taken' | 'given' | 'gone' | 'transferred' | 'closed' | 'ended' | 'reopened'
  agent: string | null
  /** Whom or which skill it was given to. */
  target: string | null
  text: string
}>

export type NewNote = Pick<ChatNote, 'at' | 'kind'> & Partial<ChatNote>

/** Writes down what happened to a chat; never changed. */
export async function noteChat(tx: WriteDb, chat: number, note: NewNote): Promise<void> {
  const { at, kind, agent = null, target = null, text = '' } = note
  await tx.insert('desk_note', [{ chat, at, kind, agent, target, text }])
}

export async function notesOf(db: ReadDb, chat: number): Promise<readonly ChatNote[]> {
  const rows = await db.all<ChatNote & { chat: number }>(
    'select chat, at, kind, agent, target, text from desk_note where chat = ? order by seq',
    chat,
  )
  return rows.map(({ chat: _, ...note }) => note)
}

type Raw<T> = Omit<T, 'summary'> & Readonly<{ summary: string }>

function fromRow<T extends { summary: readonly Fact[] }>(row: Raw<T>): T {
  return { ...row, summary: JSON.parse(row.summary) } as T
}
