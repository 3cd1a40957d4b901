import type { BotDocument } from '../src-shared/document/bot-document.ts'
import type { BlockId } from '../src-shared/document/ids.ts'
import { formatValue } from '../src-shared/expression/format-value.ts'
import { assertNever } from '../src-shared/kit/assert-never.ts'
import type { CloseReason, Event, EventOf, HandoverStep, InboundRule } from '../src-shared/runtime/events.ts'
import { understoodLine } from './understood-line.ts'

const CLOSED: Readonly<Record<CloseReason, string>> = {
  end: 'The conversation has ended.',
  token: 'The customer has ended the conversation.',
  deadEnd: 'The conversation has ended where nothing leads on',
  limit: 'The conversation was stopped',
  inactivity: 'The conversation was closed, since the customer did not answer in time.',
  optOut: 'The conversation was closed, since the customer wants no more messages.',
}

/** Where a message led is told only when it led nowhere a customer would expect. */
const UNANSWERED: Partial<Record<InboundRule, string>> = {
  asleep: 'No answer: nothing wakes the bot with this.',
  busy: 'No answer: the bot waits for a time or for another system.',
  automated: 'No answer: a machine sent this.',
}

const DONE: Readonly<Record<EventOf<'effectDone'>['outcome'], string>> = {
  answered: 'It answered',
  online: 'An agent is there.',
  offline: 'No agent is there.',
  accepted: 'The agent desk took the conversation over.',
  timeout: 'No answer came in time.',
  failed: 'It failed',
}

const NO_HANDOVER: Readonly<Record<HandoverStep, string | null>> = {
  preChat: null,
  call: null,
  notSetUp: null,
  offline: 'no agent is there.',
  cancelled: 'the handover was called off.',
}

const REFUSED: Readonly<Record<EventOf<'startRefused'>['reason'], string>> = {
  optedOut: 'the customer wants no more messages',
  handover: 'an agent has the conversation',
  noEntry: 'this bot has no entry for it',
  busy: 'the bot waits for another system',
}

type Told = readonly ['--' | '!!', string]

/**
 * An event other than a message in one line: `--` for what happened, `!!` for what a designer should look at. Null for
 * the steps of a turn, which a conversation is not about.
 */
export function eventLine(document: BotDocument, event: Event): string | null {
  const told = tell(document, event)
  return told && `  ${told[0]} ${told[1].charAt(0).toUpperCase()}${told[1].slice(1)}`
}

function tell(document: BotDocument, event: Event): Told | null {
  const place = (id: BlockId | null) => placeOf(document, id)
  switch (event.type) {
    case 'blockEntered':
    case 'edgeTaken':
    case 'variableSet':
    case 'messageSent':
    case 'agentMessage':
      return null
    case 'messageReceived': {
      const why = UNANSWERED[event.rule]
      return why ? ['--', why] : null
    }
    case 'conversationStarted':
      return event.by ? ['--', `A conversation begins in ${place(event.entry)} (${event.by}).`] : null
    case 'understood':
      return ['--', understoodLine(document, event)]
    case 'localeChanged':
      return ['--', `The conversation goes on in ${event.locale}.`]
    case 'invalidReply':
      return ['--', `${place(event.block)} did not accept this (try ${event.tries}).`]
    case 'waitingUntil':
      return ['--', `${place(event.block)} waits until ${timeOf(event.at)}.`]
    case 'timeCame':
      return ['--', timeLine(event)]
    case 'expressionFailed':
      return ['!!', `In ${place(event.block)}: ${event.message}`]
    case 'limitReached':
      return ['!!', `The limit ${event.limit} was reached in ${place(event.block)}.`]
    case 'conversationClosed': {
      const isPlaced = event.reason === 'deadEnd' || event.reason === 'limit'
      return ['--', CLOSED[event.reason] + (isPlaced ? ` in ${place(event.block)}.` : '')]
    }
    default:
      return tellOutside(event, place)
  }
}

type Outside = EventOf<
  | 'effectRequested'
  | 'effectDone'
  | 'eventRaised'
  | 'eventReceived'
  | 'handoverRequested'
  | 'handoverStarted'
  | 'handoverFailed'
  | 'handoverEnded'
  | 'agentClosed'
  | 'consentChanged'
  | 'startRefused'
  | 'deliveryReported'
>

/** What has to do with people and systems other than the customer. */
function tellOutside(event: Outside, place: (id: BlockId | null) => string): Told {
  switch (event.type) {
    case 'effectRequested':
      return ['--', askLine(event, place(event.block))]
    case 'effectDone': {
      const detail = event.status === undefined ? event.message : `with status ${event.status}.`
      const isBad = event.outcome === 'timeout' || event.outcome === 'failed'
      return [isBad ? '!!' : '--', DONE[event.outcome] + (detail ? `${isBad ? ': ' : ' '}${detail}` : '')]
    }
    case 'eventRaised':
      return ['--', `${place(event.block)} tells other systems: ${event.name}${valuesOf(event.values)}.`]
    case 'eventReceived':
      return event.taken
        ? ['--', `The event ${event.name} came.`]
        : ['!!', `The event ${event.name} came, and nothing takes it.`]
    case 'handoverRequested': {
      const skill = event.skill === null ? '' : `, skill ${event.skill}`
      return ['--', `${place(event.block)} wants a person to take over (${event.reason}${skill}).`]
    }
    case 'handoverStarted': {
      const bot = event.afterHandover === 'observe' ? 'reads along' : 'sees nothing of it'
      return ['--', `An agent has the conversation now; the bot ${bot}.`]
    }
    case 'handoverFailed': {
      const why = NO_HANDOVER[event.step] ?? event.message
      return [event.step === 'cancelled' ? '--' : '!!', `The conversation stays with the bot: ${why}`]
    }
    case 'handoverEnded':
      return [
        '--',
        `${event.by === 'agent' ? 'The agent closed' : 'The handover is over'}: the bot answers again.`,
      ]
    case 'agentClosed':
      return ['--', 'The agent closed; the bot stays silent until 24 hours have passed.']
    case 'consentChanged':
      return [
        '--',
        `The customer ${event.consent === 'given' ? 'allows messages again' : 'wants no more messages'}.`,
      ]
    case 'startRefused':
      return ['!!', `Nothing begins (${event.by}): ${REFUSED[event.reason]}.`]
    case 'deliveryReported':
      return event.status === 'failed'
        ? ['!!', `Message ${event.message} did not arrive. ${event.description ?? ''}`.trim()]
        : ['--', `Message ${event.message}: ${event.status}.`]
    default:
      return assertNever(event)
  }
}

function askLine({ kind, says }: EventOf<'effectRequested'>, place: string): string {
  if (kind === 'presence') return `Is ${says} there?`
  return kind === 'handover' ? `An agent is asked to take over (${says}).` : `${place} calls ${says}.`
}

function timeLine({ timer, at }: EventOf<'timeCame'>): string {
  const what = {
    wake: 'the wait is over',
    inactivity: 'the customer has not answered in time',
    handover: 'nobody has written to or as the agent for 24 hours',
  }
  return `${timeOf(at)}: ${what[timer]}.`
}

/** In UTC, to the second; times beyond what a date can be are shown as they are. */
export function timeOf(at: number): string {
  const date = new Date(at)
  return Number.isNaN(date.getTime())
    ? String(at)
    : `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

function valuesOf(values: EventOf<'eventRaised'>['values']): string {
  const pairs = Object.entries(values).map(([name, value]) => `${name} = ${formatValue(value)}`)
  return pairs.length > 0 ? ` (${pairs.join(', ')})` : ''
}

/** A block by its title and id, as it is found in the JSON of a bot. */
export function placeOf(document: BotDocument, id: BlockId | null): string {
  const block = id === null ? undefined : document.get(id)
  return block ? `${block.title === '' ? block.kind : `“${block.title}”`} (${block.id})` : 'the bot'
}
