import { utf8ToBytes } from '@noble/hashes/utils.js'
import { fault, ok, type Problem, type Result } from '../kit/result.ts'
import { MESSAGE_TYPES, type MessageType } from './payloads.ts'
import { readTimestamp } from './timestamp.ts'

/** `customparam1`… as a bot sent them, by their names in small letters. */
export type Params = Readonly<Record<string, string>>

/** What a bot elsewhere tells (requirements.md IMI-22, IMI-23, D-16): 1001, 1002 and 1003. */
export type BotEvent = Readonly<{ params: Params }> &
  (
    | Readonly<{ type: 'message'; text: string; kind: MessageType; media: string }>
    | Readonly<{ type: 'handover' | 'close' }>
  )

export type ReadBotEvent = Readonly<{
  conversation: string
  /** What the bot calls it, where it does: the same again is taken once. */
  id: string | null
  event: BotEvent
}>

const MAX_PARAMS = 50
/** Bytes of UTF-8. */
const MAX_PARAM_BYTES = 1024
const MAX_TEXT = 16_384
const MAX_ID = 100

const EVENT_NAMES: Readonly<Record<string, BotEvent['type']>> = {
  '1001': 'message',
  message: 'message',
  botmessage: 'message',
  '1002': 'handover',
  handover: 'handover',
  '1003': 'close',
  close: 'close',
  closeconversation: 'close',
}

type Members = ReadonlyMap<string, unknown>

/**
 * Reads the body of an incoming webhook. Keys count without case and underscores (D-17); members nobody knows are
 * passed over. Answers all problems at once.
 */
export function readBotEvent(body: unknown): Result<ReadBotEvent> {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return fault('request/invalid', 'An object is needed.')
  const problems: Problem[] = []
  const wrong = (pointer: string, message: string) =>
    void problems.push({ code: 'request/invalid', pointer, message })
  const members = membersOf(body, wrong)
  const type = typeOf(members, wrong)
  const conversation = shortText(members, 'conversationid')
  if (!conversation) wrong('conversation_id', 'expected the id of a conversation')
  checkTimestamp(members, wrong)
  const params = paramsOf(members, wrong)
  const message = type === 'message' ? messageOf(members, wrong) : null
  const [first] = problems
  if (first || !type || !conversation)
    return fault('request/invalid', first && `${first.pointer}: ${first.message}.`, problems)
  const event: BotEvent = message
    ? { ...message, params }
    : { type: type === 'close' ? type : 'handover', params }
  return ok({ conversation, id: shortText(members, 'messageid') ?? shortText(members, 'id'), event })
}

type Wrong = (pointer: string, message: string) => void

function membersOf(body: object, wrong: Wrong): Members {
  const members = new Map<string, unknown>()
  for (const [name, value] of Object.entries(body)) {
    const key = name.toLowerCase().replaceAll('_', '')
    if (members.has(key) && members.get(key) !== value) wrong(name, 'it is given twice, differently')
    members.set(key, value)
  }
  return members
}

function typeOf(members: Members, wrong: Wrong): BotEvent['type'] | null {
  const given = members.get('eventid') ?? members.get('event') ?? members.get('eventtype')
  const name = String(given ?? '')
    .toLowerCase()
    .replace(/[\s_]/g, '')
  const type = Object.hasOwn(EVENT_NAMES, name) ? EVENT_NAMES[name] : undefined
  if (!type) wrong('eventid', 'expected 1001 (message), 1002 (handover) or 1003 (close)')
  return type ?? null
}

function shortText(members: Members, key: string): string | null {
  const value = members.get(key)
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && /^[\x21-\x7e]+$/.test(text) && text.length <= MAX_ID ? text : null
}

function checkTimestamp(members: Members, wrong: Wrong): void {
  const given = members.get('timestamp')
  if (given === undefined || given === '') return
  if (typeof given !== 'string' || readTimestamp(given) === null)
    wrong('Timestamp', 'expected YYYY-MM-DD hh:mm:ss.SS in GMT')
}

function paramsOf(members: Members, wrong: Wrong): Params {
  const given = [...members].filter(([key]) => /^customparam\w*$/.test(key))
  if (given.length > MAX_PARAMS) wrong('customparam', `expected at most ${MAX_PARAMS} of them`)
  const params = given.slice(0, MAX_PARAMS).flatMap(([key, value]) => {
    if (value === null || value === '') return []
    const isPlain = ['string', 'number', 'boolean'].includes(typeof value)
    const text = String(value)
    if (isPlain && utf8ToBytes(text).length <= MAX_PARAM_BYTES) return [[key, text] as const]
    wrong(key, `expected a text of up to ${MAX_PARAM_BYTES} bytes`)
    return []
  })
  return Object.fromEntries(params)
}

function messageOf(members: Members, wrong: Wrong) {
  const text = members.get('message') ?? ''
  const media = members.get('media') ?? ''
  const kind = MESSAGE_TYPES.find(type => type === String(members.get('messagetype') || 'text').toLowerCase())
  if (!kind) wrong('Messagetype', `expected one of ${MESSAGE_TYPES.join(', ')}`)
  if (typeof text !== 'string' || text.length > MAX_TEXT)
    wrong('message', `expected a text of up to ${MAX_TEXT} characters`)
  if (typeof media !== 'string' || (media !== '' && !isHttps(media)))
    wrong('media', 'expected an https address')
  if (typeof text !== 'string' || typeof media !== 'string' || !kind) return null
  if (text === '' && media === '') wrong('message', 'expected a text')
  return { type: 'message', text, kind, media } as const
}

const HTTPS = /^https:\/\/[^\s/?#@<>"\\]+(?:[/?#][^\s<>"\\]*)?$/i

function isHttps(address: string): boolean {
  return address.length <= 2000 && HTTPS.test(address)
}
