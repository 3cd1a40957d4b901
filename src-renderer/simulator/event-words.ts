import i18next, { type TFunction } from 'i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { formatValue } from '../../src-shared/expression/format-value.ts'
import { assertNever } from '../../src-shared/kit/assert-never.ts'
import type { Event, EventOf } from '../../src-shared/runtime/events.ts'
import { DEFAULT_LIMITS } from '../../src-shared/runtime/limits.ts'
import { NOWHERE } from '../../src-shared/runtime/session.ts'
import { portWords } from '../blocks/port-words.ts'
import { languageName } from '../inspector/fields/language-name.ts'
import { faultInWords } from '../words/sentences.ts'
import { CLOCK_FORMAT } from './clock-format.ts'
import { nameOfBlock } from './name-of-block.ts'
import { understoodWords } from './understood-words.ts'

/** What an event says in plain words, whether it asks for attention, and the block it can be found at. */
export type EventWords = Readonly<{ text: string; tone: 'quiet' | 'warning'; block: BlockId | null }>

type Values = Readonly<Record<string, unknown>>

/** The words of every event there is, in the interface's language. */
export function eventWords(t: TFunction, document: BotDocument, event: Event): EventWords {
  const words = wordsOf(t, document, event)
  const block = 'block' in event && event.block !== NOWHERE ? event.block : null
  return {
    block: event.type === 'conversationStarted' ? event.entry : block,
    tone: toneOf(event),
    text: words,
  }
}

function wordsOf(t: TFunction, document: BotDocument, event: Event): string {
  const block = 'block' in event && event.block ? placeName(t, document, event.block) : ''
  const say = (key: string, values: Values = {}) => t(`simulator.event.${key}`, { block, ...values })
  switch (event.type) {
    case 'messageReceived':
      return say(`rule.${event.rule}`)
    case 'understood':
      return understoodWords(t, document, event)
    case 'conversationStarted':
      return say(`started.${event.by ?? 'message'}`, { block: placeName(t, document, event.entry) })
    case 'blockEntered':
      return say('entered')
    case 'edgeTaken':
      return say('edge', { port: portOf(t, document, event), to: placeName(t, document, event.to) })
    case 'messageSent':
      return say(event.options?.length ? 'sentOptions' : 'sent', {
        number: event.number,
        count: event.options?.length ?? 0,
      })
    case 'variableSet':
      return say('set', {
        name: event.name,
        value: formatValue(event.value) || t('simulator.variables.empty'),
      })
    case 'localeChanged':
      return say('locale', { language: languageName(event.locale, i18next.language) })
    case 'invalidReply':
      return say('invalid', { tries: event.tries })
    case 'expressionFailed':
      return say('failed', { message: faultInWords(event) })
    case 'limitReached':
      return say(`limit.${event.limit}`, { count: DEFAULT_LIMITS[event.limit] })
    case 'conversationClosed':
      return say(`closed.${closing(event)}`)
    case 'waitingUntil':
      return say('waits', clock(event.at))
    case 'timeCame':
      return say(`time.${event.timer}`, clock(event.at))
    default:
      return outsideWords(event, say)
  }
}

type Outside = Exclude<
  Event,
  EventOf<
    | 'messageReceived'
    | 'understood'
    | 'conversationStarted'
    | 'blockEntered'
    | 'edgeTaken'
    | 'messageSent'
    | 'variableSet'
    | 'localeChanged'
    | 'invalidReply'
    | 'expressionFailed'
    | 'limitReached'
    | 'conversationClosed'
    | 'waitingUntil'
    | 'timeCame'
  >
>

/** What has to do with people and systems other than the customer. */
function outsideWords(event: Outside, say: (key: string, values?: Values) => string): string {
  switch (event.type) {
    case 'effectRequested':
      return say(`asks.${event.kind}`, { says: event.says })
    case 'effectDone':
      return say(`done.${event.outcome}`, { status: event.status, message: event.message })
    case 'eventRaised':
      return say('raised', { name: event.name, values: valuesInWords(event.values) })
    case 'eventReceived':
      return say(event.taken ? 'received' : 'receivedByNone', { name: event.name })
    case 'handoverRequested': {
      const reason = say(`reason.${event.reason}`)
      return say(event.skill ? 'handoverWantedFor' : 'handoverWanted', { reason, skill: event.skill })
    }
    case 'handoverStarted':
      return say(`handoverStarted.${event.afterHandover}`)
    case 'handoverFailed':
      return say(`handoverFailed.${event.step}`, { message: event.message })
    case 'handoverEnded':
      return say(`handoverEnded.${event.by}`)
    case 'agentMessage':
      return say('agentWrites')
    case 'agentClosed':
      return say('agentClosed')
    case 'consentChanged':
      return say(`consent.${event.consent}`)
    case 'startRefused':
      return say(`refused.${event.reason}`)
    case 'deliveryReported':
      return say(event.status === 'failed' ? 'notDelivered' : `delivery.${event.status}`, {
        number: event.message,
        reason: event.description ?? '',
      })
    default:
      return assertNever(event)
  }
}

/** What a designer should look at; all else is how things go. */
function toneOf(event: Event): EventWords['tone'] {
  switch (event.type) {
    case 'messageReceived':
      return event.rule === 'asleep' ? 'warning' : 'quiet'
    case 'conversationClosed':
      return event.reason === 'deadEnd' || event.reason === 'limit' ? 'warning' : 'quiet'
    case 'effectDone':
      return event.outcome === 'timeout' || event.outcome === 'failed' ? 'warning' : 'quiet'
    case 'handoverFailed':
      return event.step === 'cancelled' ? 'quiet' : 'warning'
    case 'eventReceived':
      return event.taken ? 'quiet' : 'warning'
    case 'deliveryReported':
      return event.status === 'failed' ? 'warning' : 'quiet'
    case 'expressionFailed':
    case 'limitReached':
    case 'startRefused':
      return 'warning'
    default:
      return 'quiet'
  }
}

function closing({ reason, block }: EventOf<'conversationClosed'>): string {
  if (block !== null) return reason
  return reason === 'end' ? 'endAnywhere' : reason === 'deadEnd' ? 'lost' : reason
}

/** What happens at no block is the bot's doing. */
function placeName(t: TFunction, document: BotDocument, id: BlockId): string {
  return id === NOWHERE ? document.bot.name : nameOfBlock(t, document, id)
}

function portOf(t: TFunction, document: BotDocument, { block, port }: EventOf<'edgeTaken'>): string {
  const from = document.get(block)
  return from ? portWords(t, document, from, port, document.bot.locales) : port
}

function clock(at: number): Values {
  return { at, formatParams: { at: CLOCK_FORMAT } }
}

function valuesInWords(values: EventOf<'eventRaised'>['values']): string {
  const pairs = Object.entries(values).map(([name, value]) => `${name} = ${formatValue(value)}`)
  return pairs.length > 0 ? ` (${pairs.join(', ')})` : ''
}
