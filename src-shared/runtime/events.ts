import type { MessageOption } from '../blocks/kind.ts'
import type { BlockId, KeywordId, VariableId } from '../document/ids.ts'
import type { FaultCode } from '../kit/faults.ts'
import type { Value } from '../kit/value.ts'
import type { LimitName } from './limits.ts'

/** Why a conversation ended. `deadEnd`: a port that leads nowhere. */
export type CloseReason = 'end' | 'token' | 'deadEnd' | 'limit'

/** Where a message led: which rule of requirements.md D-20 took it. */
export type InboundRule =
  | 'endToken'
  | 'mainMenuToken'
  | 'answer'
  | 'keyword'
  | 'anyMessage'
  | 'invalid'
  | 'asleep'

/** The value shown in place of a secret variable's. */
export const MASK = '•••'

/**
 * What happened, the only output of the runtime (design/runtime.md). Overlays on the canvas, transcripts, tests and
 * analytics are views of this list. Ids are of the bot's records; values of secret variables are masked.
 */
export type Event =
  | Readonly<{ type: 'messageReceived'; id: string; text: string; option: string | null; rule: InboundRule }>
  | Readonly<{ type: 'conversationStarted'; entry: BlockId; keyword: KeywordId | null }>
  | Readonly<{ type: 'blockEntered'; block: BlockId }>
  | Readonly<{ type: 'edgeTaken'; block: BlockId; port: string; to: BlockId }>
  | Readonly<{
      type: 'messageSent'
      block: BlockId
      number: number
      text: string
      options: readonly MessageOption[] | null
    }>
  | Readonly<{ type: 'variableSet'; block: BlockId; variable: VariableId; name: string; value: Value }>
  | Readonly<{ type: 'invalidReply'; block: BlockId; tries: number }>
  | Readonly<{ type: 'expressionFailed'; block: BlockId; code: FaultCode; message: string }>
  | Readonly<{ type: 'limitReached'; limit: LimitName; block: BlockId }>
  | Readonly<{ type: 'conversationClosed'; reason: CloseReason; block: BlockId | null }>

export type EventOf<T extends Event['type']> = Extract<Event, { type: T }>
