import type { Effect } from '../blocks/effect.ts'
import { fitValue } from '../blocks/fit-value.ts'
import type { Reply } from '../blocks/kind.ts'
import { isPredefined } from '../document/predefined-variables.ts'
import type { Channel } from '../document/settings.ts'
import type { Value } from '../kit/value.ts'
import type { World } from '../kit/world.ts'
import { escapeMarkup } from '../message/markup.ts'
import { begin, digress } from './begin.ts'
import { type Event, type EventOf, MASK, type StartedBy } from './events.ts'
import { expire } from './expire.ts'
import { goOn } from './follow.ts'
import { intakeResult } from './handover.ts'
import type { Input, InputOf } from './input.ts'
import { normaliseText } from './normalise-text.ts'
import type { Program, ProgramBlock } from './program.ts'
import { RunningTurn } from './running-turn.ts'
import { SESSION_VERSION, type Session } from './session.ts'
import { takeMessage } from './take-message.ts'
import type { Trace } from './trace.ts'

export type { Input } from './input.ts'

type Received = { -readonly [K in keyof EventOf<'messageReceived'>]: EventOf<'messageReceived'>[K] }

/**
 * One turn's result. `session` is what the host keeps, `events` is what happened, in order, and `effects` is what the
 * host is to do and to report back; it is empty for most turns.
 */
export type TurnResult = Readonly<{
  session: Session
  events: readonly Event[]
  effects: readonly Effect[]
}>

/** What a host knows before the first input: language and channel, and values of the contact's variables. */
export type Trigger = Readonly<{
  locale?: string
  channel?: Channel
  contact?: Readonly<Record<string, Value>>
}>

const NO_EFFECTS: readonly Effect[] = []
const NO_FILES: Reply['files'] = []
/** So much of what a customer wrote is kept for blocks that look at it later. Characters. */
const HEARD_LENGTH = 500

/** A session for a contact who has not written yet: asleep until an input wakes the bot. Unknown names are left out. */
export function start(program: Program, trigger: Trigger): Session {
  const locale = trigger.locale && program.locales.includes(trigger.locale) ? trigger.locale : undefined
  const known = Object.entries(trigger.contact ?? {}).filter(
    ([name]) => isPredefined(name) && program.variables.has(name),
  )
  return {
    version: SESSION_VERSION,
    state: 'asleep',
    ...(known.length > 0 ? { values: Object.fromEntries(known) as Session['values'] } : {}),
    ...(locale ? { locale } : {}),
    ...(trigger.channel && trigger.channel !== 'web' ? { more: { channel: trigger.channel } } : {}),
  }
}

/**
 * The answer of a bot to one input: pure, deterministic, total (design/runtime.md). What was due by the clock happens
 * first. An input with the id of the one before it changes nothing. A `trace` looks on and changes nothing either.
 */
export function advance(
  program: Program,
  session: Session,
  input: Input,
  world: World,
  trace?: Trace,
): TurnResult {
  if (session.last === input.id) return { session, events: [], effects: NO_EFFECTS }
  const turn = new RunningTurn(program, session, world, input.id)
  if (trace) turn.trace = trace
  expire(turn)
  const spoke = take(turn, input) || turn.said > (session.sent ?? 0)
  return { session: turn.session(spoke), events: turn.events, effects: turn.effects ?? NO_EFFECTS }
}

/** Whether the input counts as something said by the customer. */
function take(turn: RunningTurn, input: Input): boolean {
  switch (input.type) {
    case 'message':
      return receive(turn, input)
    case 'time':
      return false
    case 'effect':
      takeResult(turn, input)
      return false
    case 'proactive':
      beginBy(turn, input.type, turn.program.entries.proactive, input)
      return false
    case 'schedule':
      beginBy(turn, input.type, turn.program.entries.schedules.get(input.entry) ?? null)
      return false
    case 'referral': {
      const { referrals } = turn.program.entries
      beginBy(turn, input.type, referrals.get(input.ref) ?? referrals.get('') ?? null)
      return true
    }
    case 'event':
      takeEvent(turn, input)
      return false
    case 'agent':
      takeAgent(turn, input)
      return false
    case 'delivery': {
      const { message, status, description } = input
      turn.events.push({
        type: 'deliveryReported',
        message,
        status,
        ...(description === undefined ? {} : { description }),
      })
      return false
    }
  }
}

function receive(turn: RunningTurn, input: InputOf<'message'>): boolean {
  const reply = readReply(input, turn.program.limits.replyLength)
  const { id, text, location, files, unsupported } = input
  // The rule is known only when the rest of the turn has happened, and the message comes before all of it.
  const event: Received = { type: 'messageReceived', id, text, option: reply.option, rule: 'automated' }
  if (location) event.location = location
  if (files) event.files = files
  if (unsupported) event.unsupported = unsupported
  turn.events.push(event)
  if (input.automated) return false
  turn.trace?.skipped('automated', 'notAMachine')
  turn.heardAt = turn.now
  if (asksForSecret(turn)) turn.hear('')
  else {
    turn.given = input.understood
    if (reply.text !== '') turn.hear(reply.text.slice(0, HEARD_LENGTH))
  }
  event.rule = takeMessage(turn, reply)
  if (turn.asked?.secret && (event.rule === 'answer' || event.rule === 'invalid')) {
    // The text of an answer to a question about a secret is masked like the secret itself.
    event.text = MASK
    turn.hear('')
  }
  return true
}

/** What is typed then is nobody's to look at, not even in the same turn. */
function asksForSecret(turn: RunningTurn): boolean {
  return turn.waitingBlock?.secret === true
}

function readReply(input: InputOf<'message'>, limit: number): Reply {
  const text = input.text.length > limit ? input.text.slice(0, limit) : input.text
  return {
    text,
    normal: normaliseText(text),
    option: input.option ?? null,
    location: input.location ?? null,
    files: input.files ?? NO_FILES,
  }
}

/** A result nobody waits for any more, because the customer went elsewhere, changes nothing. */
function takeResult(turn: RunningTurn, { effect, result }: InputOf<'effect'>): void {
  if (turn.effect !== effect) return
  turn.effect = undefined
  const block = turn.waitingBlock
  turn.block = block ?? (turn.intake?.block && turn.program.blocks.get(turn.intake.block)) ?? null
  turn.events.push({
    type: 'effectDone',
    block: turn.at,
    effect,
    outcome: result.outcome,
    ...(result.outcome === 'answered' ? { status: result.status } : {}),
    ...(result.outcome === 'failed' ? { message: result.message } : {}),
  })
  if (block?.result) goOn(turn, { at: block, outcome: block.result(turn, result) })
  else if (turn.intake) goOn(turn, intakeResult(turn, turn.intake, result))
}

/** Something other than a message begins a conversation, or is told in the one that is open (requirements.md KAR-01). */
function beginBy(
  turn: RunningTurn,
  by: StartedBy,
  entry: ProgramBlock | null,
  { values = {}, opening }: Pick<InputOf<'proactive'>, 'values' | 'opening'> = {},
): boolean {
  const reason = refusalOf(turn, by, entry)
  if (reason || !entry) {
    turn.events.push({ type: 'startRefused', by, reason: reason ?? 'noEntry' })
    return false
  }
  const before = () => {
    setAll(turn, values)
    if (opening) sayOpening(turn, opening)
  }
  if (turn.state === 'open') {
    before()
    digress(turn, entry)
  } else begin(turn, entry, { by, before })
  return true
}

/** What the company says itself is of no block. */
function sayOpening(turn: RunningTurn, opening: NonNullable<InputOf<'proactive'>['opening']>): void {
  turn.block = null
  turn.say({ ...opening, text: escapeMarkup(opening.text ?? '') })
}

function refusalOf(
  turn: RunningTurn,
  by: StartedBy,
  entry: ProgramBlock | null,
): EventOf<'startRefused'>['reason'] | null {
  if (!entry) return 'noEntry'
  if (turn.agentAt !== undefined) return 'handover'
  if (turn.optedOut && by !== 'referral') return 'optedOut'
  return turn.effect === undefined ? null : 'busy'
}

function setAll(turn: RunningTurn, values: Readonly<Record<string, Value>>): void {
  for (const [name, value] of Object.entries(values)) {
    const variable = turn.program.variables.get(name)
    if (!variable) continue
    const fitting = fitValue(value, variable.valueType)
    if (fitting === undefined) turn.misfit(variable, value)
    else turn.set(variable, fitting)
  }
}

function takeEvent(turn: RunningTurn, { id, name, values }: InputOf<'event'>): void {
  const event: { -readonly [K in keyof EventOf<'eventReceived'>]: EventOf<'eventReceived'>[K] } = {
    type: 'eventReceived',
    id,
    name,
    taken: false,
  }
  turn.events.push(event)
  event.taken = beginBy(turn, 'event', turn.program.entries.events.get(name) ?? null, { values })
}

/** requirements.md CM-14, CM-15. What an agent says outside a handover is recorded and changes nothing. */
function takeAgent(turn: RunningTurn, { id, action, text, media }: InputOf<'agent'>): void {
  if (action === 'message') {
    if (turn.agentAt !== undefined) turn.agentAt = turn.now
    turn.events.push({ type: 'agentMessage', id, text, ...(media ? { media } : {}) })
    return
  }
  if (turn.agentAt === undefined || !turn.program.rules.liveChat.returnOnClose) {
    turn.events.push({ type: 'agentClosed', id })
    return
  }
  turn.agentAt = undefined
  turn.state = 'closed'
  turn.events.push({ type: 'handoverEnded', by: 'agent' })
}
