import type { Effect } from '../../src-shared/blocks/effect.ts'
import { advance } from '../../src-shared/runtime/advance.ts'
import { type Event, MASK, type SentMessage } from '../../src-shared/runtime/events.ts'
import { dueAt } from '../../src-shared/runtime/expire.ts'
import type { InputOf } from '../../src-shared/runtime/input.ts'
import type { ProgramCache } from '../program-cache.ts'
import type { Conversation } from '../store/conversations.ts'
import type { ReadDb } from '../store/db.ts'
import { type Inbound, inputOf } from '../store/inbound.ts'
import type { Message } from '../store/messages.ts'
import type { StoredAnswer, TurnOutcome } from '../store/turns.ts'
import { closeSession } from './close-session.ts'
import { isError } from './is-error.ts'
import { pickSession } from './pick-session.ts'

/** What turns are run with. `account` is the value of ID_CONTA_KAROO. */
export type TurnHost = Readonly<{
  programs: ProgramCache
  account: string
  random: () => number
  newId: () => string
}>

/** How a conversation stands when its turn comes, and what its bot does now. */
export type Standing = Readonly<{
  conversation: Conversation
  /** The content that answers new conversations; null when no version is active. */
  active: string | null
  /** When the last active version was deactivated. */
  restedAt: number | null
  /** The content that a percentage of new conversations meet, while there is one. */
  stage: Readonly<{ id: number; hash: string }> | null
}>

/** All that a turn leaves behind, to be written in one transaction (store/save-turns.ts). */
export type DoneTurn = Readonly<{
  inbound: Inbound
  /** The content that answered. */
  hash: string | null
  /** The stage whose content it was, which is counted. */
  stage: number | null
  /** Whether something went wrong in it. */
  hasFailed: boolean
  conversation: Conversation
  answer: StoredAnswer
  messages: readonly Message[]
  effects: readonly Effect[]
  /** The answer was a secret, and is to be blotted out where it was stored. */
  isSecret: boolean
}>

/** How long open conversations may go on after their bot was deactivated (requirements.md KAL-16). */
const FINISH_WITHIN_MS = 24 * 3_600_000

/**
 * Answers one input. Nothing is written here, so that the turns of many are written together; a message is either
 * answered or waits, whenever the process ends. The clock of a turn is the time its message was received, which makes
 * the same turn of it after a crash.
 */
export async function runTurn(
  host: TurnHost,
  db: ReadDb,
  standing: Standing,
  inbound: Inbound,
): Promise<DoneTurn> {
  const { conversation } = standing
  const hash = hashFor(standing, inbound.at)
  if (hash === null) return unanswered(standing, inbound, 'no_active_bot')
  const program = await host.programs.get(hash, db)
  const before = pickSession({ ...host, conversation, inbound, program, hash })
  const world = { now: () => inbound.at, random: host.random, newId: host.newId }
  const { session, events, effects } = advance(program, before, inputOf(inbound), world)
  const received = events.find(event => event.type === 'messageReceived')
  const outcome: TurnOutcome = received?.rule === 'asleep' ? 'asleep' : 'answered'
  const said = saidIn(conversation, inbound, received?.text ?? inbound.text)
  const replies = repliesIn(
    { ...conversation, lastNumber: conversation.lastNumber + said.length },
    inbound,
    events,
  )
  const messages = [...said, ...replies]
  const lastNumber = conversation.lastNumber + messages.length
  return {
    inbound,
    hash,
    stage: stageOf(standing, hash),
    hasFailed: events.some(isError),
    conversation: { ...conversation, hash, session, lastNumber, dueAt: dueAt(program, session) },
    answer: { outcome, messages: replies.map(asSent), events: [...events] },
    messages,
    effects,
    isSecret: received?.text === MASK && inbound.text !== MASK,
  }
}

/** A message that got no answer: no bot is active, its sender's data are restricted, or its turn met a bug of ours. */
export function unanswered(
  standing: Standing,
  inbound: Inbound,
  outcome: 'no_active_bot' | 'restricted' | 'failed',
): DoneTurn {
  const { conversation } = standing
  const wasOpen = conversation.session?.state === 'open' && outcome === 'no_active_bot'
  const session = wasOpen && conversation.session ? closeSession(conversation.session) : conversation.session
  const messages = saidIn(conversation, inbound, inbound.text)
  const lastNumber = conversation.lastNumber + messages.length
  return {
    inbound,
    hash: null,
    stage: outcome === 'failed' ? stageOf(standing, hashFor(standing, inbound.at)) : null,
    hasFailed: outcome === 'failed',
    conversation: { ...conversation, session, lastNumber, dueAt: null },
    answer: { outcome, messages: [], events: [] },
    messages,
    effects: [],
    isSecret: false,
  }
}

/** The content that answers: the one the open conversation began on (KAL-14), else the active one; null for none. */
function hashFor({ conversation, active, restedAt }: Standing, at: number): string | null {
  const { hash, session } = conversation
  if (session?.state !== 'open' || hash === null) return active
  return restedAt !== null && at - restedAt > FINISH_WITHIN_MS ? null : hash
}

function stageOf({ stage }: Standing, hash: string | null): number | null {
  return stage !== null && stage.hash === hash ? stage.id : null
}

/** What a customer or an agent said. */
export function saidIn(
  { bot, contact, lastNumber }: Conversation,
  { seq, id, kind, at, input }: Inbound,
  text: string,
): readonly Message[] {
  if (kind !== 'message' && kind !== 'agent') return []
  const content = input !== null && text !== MASK ? partsOf(input) : null
  if (kind === 'agent' && text === '' && content === null) return []
  const sender = kind === 'agent' ? 'agent' : 'contact'
  return [{ bot, contact, number: lastNumber + 1, sender, id, text, options: null, content, turn: seq, at }]
}

type Parts = Pick<InputOf<'message'>, 'location' | 'files'> & Pick<InputOf<'agent'>, 'media'>

/** The place and the files a customer sent, or the file of an agent. */
function partsOf(input: string): Record<string, unknown> | null {
  const { location, files, media } = JSON.parse(input) as Parts
  const parts = {
    ...(location ? { location } : {}),
    ...(files ? { files } : {}),
    ...(media ? { media } : {}),
  }
  return Object.keys(parts).length > 0 ? parts : null
}

function repliesIn(
  { bot, contact, lastNumber }: Conversation,
  { seq, id, at }: Inbound,
  events: readonly Event[],
): readonly Message[] {
  const sent = events.filter(event => event.type === 'messageSent')
  return sent.map((message, index) => {
    const reply = { id: `${id}.${index + 1}`, number: lastNumber + index + 1, ...contentOf(message) }
    return { bot, contact, ...reply, sender: 'bot', turn: seq, at }
  })
}

function contentOf(message: SentMessage) {
  const { type: _, block, number, late, text, options, ...parts } = message
  return {
    text,
    options: options && [...options],
    content: Object.keys(parts).length > 0 ? (parts as Record<string, unknown>) : null,
  }
}

/** A message as its sender is answered with it. */
export function asSent({ id, number, text, options, content }: Message) {
  return { id, number, text, options, content }
}
