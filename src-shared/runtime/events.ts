import type { EffectResult, HandoverReason } from '../blocks/effect.ts'
import type { SentFile } from '../blocks/kind.ts'
import type { BlockId, FaqId, IntentId, KeywordId, VariableId } from '../document/ids.ts'
import type { AfterHandover } from '../document/settings.ts'
import type { FaultCode } from '../kit/faults.ts'
import type { Value } from '../kit/value.ts'
import type { Media, Message, MessageOption, Place } from '../message/message.ts'
import type { Sentiment } from '../understanding/understanding.ts'
import type { LimitName } from './limits.ts'

/** Why a conversation ended. `deadEnd`: a port that leads nowhere. */
export type CloseReason = 'end' | 'token' | 'deadEnd' | 'limit' | 'inactivity' | 'optOut'

/**
 * Where a message led: which rule of requirements.md D-20 took it. `busy`: the conversation waits for a clock or an
 * effect; `automated`: the sender is a machine, which is never answered (KAL-10); `forwarded`: a bot elsewhere answers.
 */
export type InboundRule =
  | 'automated'
  | 'forwarded'
  | 'optOut'
  | 'optIn'
  | 'agent'
  | 'endToken'
  | 'mainMenuToken'
  | 'agentWord'
  | 'cancel'
  | 'sentiment'
  | 'answer'
  | 'busy'
  | 'keyword'
  | 'intent'
  | 'faq'
  | 'anyMessage'
  | 'invalid'
  | 'asleep'

/** What began a conversation, other than a message. */
export type StartedBy = 'proactive' | 'referral' | 'event' | 'schedule' | 'intent'

/** Which step of a handover failed; requirements.md CM-16. */
export type HandoverStep = 'preChat' | 'call' | 'offline' | 'cancelled' | 'notSetUp'

/** The value shown in place of a secret variable's. */
export const MASK = '•••'

/**
 * What happened, the only output of the runtime (design/runtime.md). Overlays on the canvas, transcripts, tests and
 * analytics are views of this list. Ids are of the bot's records; values of secret variables are masked. Members that
 * say nothing are left out where they are optional.
 */
export type Event =
  | Readonly<{
      type: 'messageReceived'
      id: string
      text: string
      option: string | null
      location?: Place
      files?: readonly SentFile[]
      /** What kind of message it was that nothing can be done with, such as a sticker. */
      unsupported?: string
      rule: InboundRule
    }>
  | Readonly<{
      type: 'understood'
      intents: readonly Readonly<{ intent: IntentId; confidence: number }>[]
      faq: FaqId | null
      sentiment: Sentiment
      chosen: IntentId | FaqId | null
    }>
  | Readonly<{ type: 'conversationStarted'; entry: BlockId; keyword: KeywordId | null; by?: StartedBy }>
  | Readonly<{ type: 'blockEntered'; block: BlockId }>
  | Readonly<{ type: 'edgeTaken'; block: BlockId; port: string; to: BlockId }>
  | SentMessage
  | Readonly<{ type: 'variableSet'; block: BlockId; variable: VariableId; name: string; value: Value }>
  | Readonly<{ type: 'localeChanged'; block: BlockId; locale: string }>
  | Readonly<{ type: 'invalidReply'; block: BlockId; tries: number }>
  | Readonly<{ type: 'waitingUntil'; block: BlockId; at: number }>
  | Readonly<{ type: 'timeCame'; timer: 'wake' | 'inactivity' | 'handover'; at: number }>
  | Readonly<{ type: 'effectRequested'; block: BlockId; effect: string; kind: string; says: string }>
  | Readonly<{
      type: 'effectDone'
      block: BlockId
      effect: string
      outcome: EffectResult['outcome']
      status?: number
      message?: string
    }>
  | Readonly<{
      type: 'eventRaised'
      block: BlockId
      name: string
      values: Readonly<Record<string, Value>>
    }>
  | Readonly<{ type: 'eventReceived'; id: string; name: string; taken: boolean }>
  | Readonly<{ type: 'handoverRequested'; block: BlockId; reason: HandoverReason; skill: string | null }>
  | Readonly<{
      type: 'handoverStarted'
      reason: HandoverReason
      skill: string | null
      webstore: string | null
      channel: string
      afterHandover: AfterHandover
    }>
  | Readonly<{ type: 'handoverFailed'; step: HandoverStep; message: string }>
  | Readonly<{ type: 'handoverEnded'; by: 'agent' | 'time' }>
  | Readonly<{ type: 'agentMessage'; id: string; text: string; media?: Media }>
  /** The person closed, and the bot stays silent until 24 hours have passed (requirements.md CM-15). */
  | Readonly<{ type: 'agentClosed'; id: string }>
  | Readonly<{ type: 'consentChanged'; consent: 'withdrawn' | 'given' }>
  | Readonly<{ type: 'startRefused'; by: StartedBy; reason: 'optedOut' | 'handover' | 'noEntry' | 'busy' }>
  | Readonly<{ type: 'deliveryReported'; message: number; status: string; description?: string }>
  | Readonly<{ type: 'expressionFailed'; block: BlockId; code: FaultCode; message: string }>
  | Readonly<{ type: 'limitReached'; limit: LimitName; block: BlockId }>
  | Readonly<{ type: 'conversationClosed'; reason: CloseReason; block: BlockId | null }>

/**
 * A message as it was said. `late` marks one sent when the customer's last message is 24 hours old or older: a channel
 * with that window takes nothing but a template then (requirements.md D-23, NHN-40).
 */
export type SentMessage = Readonly<{
  type: 'messageSent'
  block: BlockId
  number: number
  text: string
  options: readonly MessageOption[] | null
  late?: true
}> &
  Omit<Message, 'text' | 'options'>

export type EventOf<T extends Event['type']> = Extract<Event, { type: T }>
