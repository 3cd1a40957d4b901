import type { Reply } from '../blocks/kind.ts'
import { isPredefined } from '../document/predefined-variables.ts'
import type { Value } from '../kit/value.ts'
import type { World } from '../kit/world.ts'
import { type Event, type EventOf, type InboundRule, MASK } from './events.ts'
import { enter, follow } from './follow.ts'
import { matchKeyword } from './match-keyword.ts'
import { normaliseText } from './normalise-text.ts'
import type { Program, ProgramBlock } from './program.ts'
import { RunningTurn } from './running-turn.ts'
import { SESSION_VERSION, type Session } from './session.ts'

type Received = { -readonly [K in keyof EventOf<'messageReceived'>]: EventOf<'messageReceived'>[K] }

/** What a customer sends: typed text, or the option whose button was tapped with the text it showed. */
export type Input = Readonly<{ id: string; type: 'message'; text: string; option?: string }>

/** One turn's result. `session` is what the host keeps, `events` is what happened, in order. */
export type TurnResult = Readonly<{ session: Session; events: readonly Event[] }>

/** What a host knows before the first message: the locale of the channel, and values of the contact's variables. */
export type Trigger = Readonly<{ locale?: string; contact?: Readonly<Record<string, Value>> }>

/** A session for a contact who has not written yet: asleep until an input wakes the bot. Unknown names are left out. */
export function start(program: Program, trigger: Trigger): Session {
  const locale = trigger.locale && program.locales.includes(trigger.locale) ? trigger.locale : undefined
  const known = Object.entries(trigger.contact ?? {}).filter(
    ([name]) => isPredefined(name) && program.variables.has(name),
  )
  return {
    version: SESSION_VERSION,
    state: 'asleep',
    ...(known.length > 0 ? { values: Object.fromEntries(known) } : {}),
    ...(locale ? { locale } : {}),
  }
}

/**
 * The answer of a bot to one input: pure, deterministic, total (design/runtime.md). The order of the rules is
 * requirements.md D-20. An input with the id of the one before it changes nothing.
 */
export function advance(program: Program, session: Session, input: Input, world: World): TurnResult {
  if (session.last === input.id) return { session, events: [] }
  const turn = new RunningTurn(program, session, world)
  const reply = readReply(input, program.limits.replyLength)
  // The rule is known only when the rest of the turn has happened, and the message comes before all of it.
  const event: Received = {
    type: 'messageReceived',
    id: input.id,
    text: input.text,
    option: reply.option,
    rule: 'asleep',
  }
  turn.events.push(event)
  event.rule = takeInput(turn, reply)
  if (isSecret(program, session, event.rule)) event.text = MASK
  return { session: turn.session(input.id), events: turn.events }
}

function readReply(input: Input, limit: number): Reply {
  const text = input.text.length > limit ? input.text.slice(0, limit) : input.text
  return { text, normal: normaliseText(text), option: input.option ?? null }
}

function takeInput(turn: RunningTurn, reply: Reply): InboundRule {
  const { program } = turn
  const token = program.tokens.get(reply.normal)
  if (token === 'endToken' && turn.state === 'open') {
    turn.close('token')
    return token
  }
  if (token === 'mainMenuToken' && program.mainMenu) {
    if (turn.state !== 'open') begin(turn, program.mainMenu, null)
    else jump(turn, program.mainMenu)
    return token
  }
  if (turn.state === 'open') {
    const block = turn.waiting === undefined ? undefined : program.blocks.get(turn.waiting)
    if (block?.answer) return askBlock(turn, block, reply)
    // The waiting block was edited away since: the conversation cannot go on and starts afresh.
    turn.close('deadEnd')
  }
  return wake(turn, reply)
}

function askBlock(turn: RunningTurn, block: ProgramBlock, reply: Reply): InboundRule {
  turn.block = block
  const outcome = block.answer?.(turn, reply)
  if (outcome) {
    turn.tries = 0
    follow(turn, block, outcome)
    return 'answer'
  }
  const keyword = block.digresses ? matchKeyword(turn.program, reply.normal, turn.locale) : null
  const entry = keyword && turn.program.blocks.get(keyword.entry)
  if (keyword && entry) {
    speak(turn, keyword.locale)
    jump(turn, entry)
    return 'keyword'
  }
  turn.tries += 1
  turn.events.push({ type: 'invalidReply', block: block.id, tries: turn.tries })
  const refused = block.refuse?.(turn)
  if (refused) follow(turn, block, refused)
  return 'invalid'
}

/** requirements.md D-20 step 8. */
function wake(turn: RunningTurn, reply: Reply): InboundRule {
  const { program } = turn
  const keyword = matchKeyword(program, reply.normal, turn.locale)
  const entry = keyword ? program.blocks.get(keyword.entry) : undefined
  if (keyword && entry) {
    speak(turn, keyword.locale)
    begin(turn, entry, keyword.id)
    return 'keyword'
  }
  if (!program.anyMessage) return 'asleep'
  begin(turn, program.anyMessage, null)
  return 'anyMessage'
}

/** A keyword of one language is an answer to the question which language to go on in. */
function speak(turn: RunningTurn, locale: string | null): void {
  if (locale !== null && turn.program.locales.includes(locale)) turn.locale = locale
}

function begin(
  turn: RunningTurn,
  entry: ProgramBlock,
  keyword: EventOf<'conversationStarted'>['keyword'],
): void {
  turn.startAfresh()
  turn.events.push({ type: 'conversationStarted', entry: entry.id, keyword })
  enter(turn, entry)
}

function jump(turn: RunningTurn, block: ProgramBlock): void {
  turn.leaveAll()
  enter(turn, block)
}

/** The text of an answer to a question about a secret is masked like the secret itself. */
function isSecret(program: Program, { block }: Session, rule: InboundRule): boolean {
  return (
    (rule === 'answer' || rule === 'invalid') &&
    block !== undefined &&
    program.blocks.get(block)?.secret === true
  )
}
