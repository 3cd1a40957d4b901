import { advance } from '../../src-shared/runtime/advance.ts'
import { type Event, MASK, type SentMessage } from '../../src-shared/runtime/events.ts'
import { dueAt } from '../../src-shared/runtime/expire.ts'
import type { InputOf } from '../../src-shared/runtime/input.ts'
import type { Session } from '../../src-shared/runtime/session.ts'
import type { ProgramCache } from '../program-cache.ts'
import { findBot } from '../store/bots.ts'
import { type Conversation, findConversation, saveConversation } from '../store/conversations.ts'
import type { WriteDb } from '../store/db.ts'
import { openEffect } from '../store/effects.ts'
import { blotOut, type Inbound, inputOf, settle } from '../store/inbound.ts'
import { appendMessage } from '../store/messages.ts'
import { appendTurn, type TurnOutcome } from '../store/turns.ts'
import { activeHash } from '../store/versions.ts'
import { closeSession } from './close-session.ts'
import { pickSession } from './pick-session.ts'

/** What turns are run with. `account` is the value of ID_CONTA_KAROO. */
export type TurnHost = Readonly<{
  db: WriteDb
  programs: ProgramCache
  account: string
  random: () => number
  newId: () => string
}>

/** How long open conversations may go on after their bot was deactivated (requirements.md KAL-16). */
const FINISH_WITHIN_MS = 24 * 3_600_000

/**
 * Answers one message. To be called inside a transaction: session, transcript, events, and that it is done are
 * written together, so that a message is either answered or waits, whenever the process ends. The clock of a turn is
 * the time its message was received, which makes the same turn of it after a crash.
 */
export function runTurn(host: TurnHost, inbound: Inbound): void {
  const { db } = host
  const conversation = findConversation(db, inbound.bot, inbound.contact)
  const hash = hashFor(db, conversation, inbound.at)
  if (hash === null) {
    recordUnanswered(db, conversation, inbound, 'no_active_bot')
    return
  }
  const program = host.programs.get(hash)
  const before = pickSession({ ...host, conversation, inbound, program, hash })
  const world = { now: () => inbound.at, random: host.random, newId: host.newId }
  const { session, events, effects } = advance(program, before, inputOf(inbound), world)
  for (const effect of effects) openEffect(db, conversation.bot, conversation.contact, effect)
  const next = { ...conversation, hash, dueAt: dueAt(program, session) }
  recordTurn(db, { conversation: next, inbound, session, events })
}

/** Records a message that got no answer: no bot is active, or its turn met a bug of ours. */
export function recordUnanswered(
  db: WriteDb,
  conversation: Conversation,
  inbound: Inbound,
  outcome: 'no_active_bot' | 'failed',
): void {
  const { seq, at } = inbound
  const wasOpen = conversation.session?.state === 'open' && outcome === 'no_active_bot'
  const session = wasOpen && conversation.session ? closeSession(conversation.session) : conversation.session
  appendTurn(db, { seq, outcome, hash: null, events: [], at })
  const lastNumber = keepInTranscript(db, conversation, inbound, inbound.text)
  saveConversation(db, { ...conversation, session, lastNumber, dueAt: null })
  settle(db, seq)
}

/** The content that answers: the one the open conversation began on (KAL-14), else the active one; null for none. */
function hashFor(db: WriteDb, { bot, hash, session }: Conversation, at: number): string | null {
  if (session?.state !== 'open' || hash === null) return activeHash(db, bot)
  const restedAt = findBot(db, bot)?.restedAt ?? null
  return restedAt !== null && at - restedAt > FINISH_WITHIN_MS ? null : hash
}

type Done = Readonly<{
  conversation: Conversation
  inbound: Inbound
  session: Session
  events: readonly Event[]
}>

function recordTurn(db: WriteDb, { conversation, inbound, session, events }: Done): void {
  const { bot, contact, hash } = conversation
  const { seq, id, at } = inbound
  const received = events.find(event => event.type === 'messageReceived')
  const sent = events.filter(event => event.type === 'messageSent')
  const outcome: TurnOutcome = received?.rule === 'asleep' ? 'asleep' : 'answered'
  appendTurn(db, { seq, outcome, hash, events, at })
  const number = keepInTranscript(db, conversation, inbound, received?.text ?? inbound.text)
  sent.forEach((message, index) => {
    const { text, options, content } = contentOf(message)
    const reply = { id: `${id}.${index + 1}`, number: number + index + 1, text, options, content }
    appendMessage(db, { bot, contact, ...reply, sender: 'bot', turn: seq, at })
  })
  saveConversation(db, { ...conversation, session, lastNumber: number + sent.length })
  if (received?.text === MASK && inbound.text !== MASK) blotOut(db, seq)
  settle(db, seq)
}

/** What a customer or an agent said; answers the number of the last message then. */
function keepInTranscript(
  db: WriteDb,
  { bot, contact, lastNumber }: Conversation,
  { seq, id, kind, at, input }: Inbound,
  text: string,
): number {
  const isSaid = kind === 'message' || (kind === 'agent' && text !== '')
  if (!isSaid) return lastNumber
  const number = lastNumber + 1
  appendMessage(db, {
    bot,
    contact,
    number,
    sender: kind === 'agent' ? 'agent' : 'contact',
    id,
    text,
    options: null,
    content: kind === 'message' && input !== null && text !== MASK ? partsOf(input) : null,
    turn: seq,
    at,
  })
  return number
}

/** The place and the files a customer sent. */
function partsOf(input: string): Record<string, unknown> | null {
  const { location, files } = JSON.parse(input) as Pick<InputOf<'message'>, 'location' | 'files'>
  return location || files ? { ...(location ? { location } : {}), ...(files ? { files } : {}) } : null
}

function contentOf(message: SentMessage) {
  const { type: _, block, number, late, text, options, ...parts } = message
  return {
    text,
    options: options && [...options],
    content: Object.keys(parts).length > 0 ? (parts as Record<string, unknown>) : null,
  }
}
