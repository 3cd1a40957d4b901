import type { BotDocument } from '../document/bot-document.ts'
import type { BlockId, RecordId } from '../document/ids.ts'
import type { BotDocRecord, EdgeRecord, RecordType } from '../document/records.ts'

/**
 * What makes records of two versions the same one: their id; for an edge the port it leaves, since to re-lead a port
 * may give it a new edge; and every document has one bot.
 */
export function recordKey(record: BotDocRecord): string {
  if (record.type === 'edge') return edgeKey(record)
  return record.type === 'bot' ? 'bot' : record.id
}

export function edgeKey({ from, port }: Pick<EdgeRecord, 'from' | 'port'>): string {
  return `edge:${from}:${port}`
}

/** The counterpart of a record in another version. */
export function counterpart(document: BotDocument, record: BotDocRecord): BotDocRecord | undefined {
  if (record.type === 'bot') return document.bot
  if (record.type !== 'edge') return document.get(record.id)
  const same = document.get(record.id)
  return same?.from === record.from && same.port === record.port
    ? same
    : document.edgeAt(record.from, record.port)
}

/** The record a key names. */
export function recordOfKey(document: BotDocument, key: string): BotDocRecord | undefined {
  if (key === 'bot') return document.bot
  if (!key.startsWith('edge:')) return document.get(key as RecordId)
  const split = key.indexOf(':', 5)
  return document.edgeAt(key.slice(5, split) as BlockId, key.slice(split + 1))
}

/**
 * The order in which a bot is told: what it is, its flows, what is in them, what leads there, then the rest. Every
 * record comes after those it points to, but for the bot.
 */
const RANKS: Readonly<Record<RecordType, number>> = {
  bot: 0,
  flow: 1,
  variable: 2,
  media: 3,
  auth: 4,
  template: 5,
  faq: 6,
  block: 7,
  edge: 8,
  keyword: 9,
  intent: 10,
  group: 11,
  note: 12,
  translation: 13,
  waiver: 14,
  testcase: 15,
  iteration: 16,
  comment: 17,
  task: 18,
  study: 19,
}

/** Where records of a type come. */
export function typeRank(type: RecordType): number {
  return RANKS[type]
}
