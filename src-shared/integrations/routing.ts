import type { AfterHandover } from '../document/settings.ts'
import type { Media } from '../message/message.ts'
import type { BotEvent, Params } from './bot-event.ts'
import type { MessageType, Payload } from './payloads.ts'

/** A conversation with a bot elsewhere; its id stays until the bot closes it (requirements.md IMI-15, IMI-16). */
export type BotTalk = Readonly<{ conversation: string; rule: string; params: Params }>

/** A conversation with agents: each has an id of its own (IMI-26). */
export type AgentTalk = Readonly<{
  conversation: string
  rule: string
  /** The integration of the desk; null is the engine's own. */
  desk: string | null
  skill: string | null
  /** The integration whose bot handed over; it may get copies. */
  bot: string | null
  afterHandover: AfterHandover
}>

/**
 * Where a contact stands on an asset of a service. `flag` says who gets what the customer writes (IMI-12). Stored as
 * JSON, so members are only ever added.
 */
export type Routing = Readonly<{
  flag: 'BOT' | 'CCSP'
  /** By integration. */
  bots: Readonly<Record<string, BotTalk>>
  ccsp: AgentTalk | null
  /** A handover that was asked for and not answered yet. */
  asking: AgentTalk | null
  /** What the customer was told since a bot last answered. */
  told: readonly ('wait' | 'fallback')[]
}>

export const UNROUTED: Routing = { flag: 'BOT', bots: {}, ccsp: null, asking: null, told: [] }

/** A file an agent sent, and the address under which a bot elsewhere gets it. */
export type AgentFile = Readonly<{ media: Media; kind: MessageType; link: string }>

/** What happens to a contact on an asset, as far as it is routed. */
export type RoutedHappening =
  | Readonly<{
      type: 'said'
      id: string
      text: string
      kind: MessageType
      /** An address, empty for none. */
      media: string
      /** What a tapped button stands for. */
      postback: string | null
    }>
  | Readonly<{ type: 'happened'; id: string; event: 'inactivity' | 'schedule' | 'referral'; text: string }>
  | Readonly<{ type: 'agentSaid'; id: string; text: string; file?: AgentFile }>
  | Readonly<{ type: 'agentClosed'; id: string }>
  | Readonly<{ type: 'deskAnswered'; conversation: string; accepted: boolean; message: string }>
  | Readonly<{
      type: 'reported'
      /** Of the message it is about. */
      message: string
      status: 'delivered' | 'read' | 'failed'
      description: string
    }>
  | Readonly<{ type: 'bot'; id: string; integration: string; conversation: string; event: BotEvent }>
  /** The first attempt to tell a bot failed. */
  | Readonly<{ type: 'unreached'; integration: string }>

/** Why what a bot told is not taken. */
export type Refusal = 'closed' | 'noCcsp' | 'notBotsTurn'

/** Something to be handed to a webhook, or to a desk elsewhere; the same id once. */
export type Send = Readonly<{
  id: string
  integration: string
  conversation: string
  payload: Payload | DeskMessage
  /** Whether the customer is to be asked for patience when the first attempt fails. */
  patience: boolean
}>

/** What an agent desk elsewhere is given while an agent has the conversation. */
export type DeskMessage = Readonly<{
  id: string
  conversation: string
  type: 'message'
  text: string
  media: string
  at: number
}>

/** Something a bot elsewhere says to the customer. */
export type Says = Readonly<{ text: string; kind: MessageType; media: string }>
