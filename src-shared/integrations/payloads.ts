import { z } from 'zod'
import type { Channel } from '../channels/channel.ts'
import { writeTimestamp } from './timestamp.ts'

/** What the platform tells a bot elsewhere, spelt as its protocol spells it (requirements.md IMI-19…IMI-21, D-17). */
export const MESSAGE_TYPES = [
  'text',
  'image',
  'video',
  'audio',
  'file',
  'location',
  'contact',
  'interactive',
] as const
export type MessageType = (typeof MESSAGE_TYPES)[number]

/** `BOT`: only the bot is expected to answer. `CCSP`: a copy of what a customer and an agent say (IMI-13, IMI-24). */
export const CONVERSATION_TYPES = ['BOT', 'CCSP'] as const
export type ConversationType = (typeof CONVERSATION_TYPES)[number]

/** What is told besides a customer's message; each by the name it has in `Event`. */
export const TOLD_EVENTS = {
  message: 'Incoming message',
  agent: 'Agent message',
  inactivity: 'Inactivity',
  schedule: 'Schedule',
  referral: 'Referral',
  closed: 'Conversation closed',
} as const
export type ToldEvent = keyof typeof TOLD_EVENTS

/** How the protocol abbreviates channels. */
export const CHANNEL_CODES: Readonly<Record<Channel, string>> = {
  web: 'WEB',
  whatsapp: 'WHATSAPP',
  messenger: 'FB',
  instagram: 'INSTAGRAM',
  sms: 'SMS',
}

const timestamp = z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d\d$/)
const conversation = {
  Conversationid: z.string().min(1),
  ConversationType: z.enum(CONVERSATION_TYPES),
}
const channel = z.enum(Object.values(CHANNEL_CODES))
/** Of these payloads; a new one is told apart by it. */
const version = { Version: z.literal('1') }

/** IMI-19. */
export const messagePayloadSchema = z.strictObject({
  ...conversation,
  Message: z.string(),
  MessageType: z.enum(MESSAGE_TYPES),
  Messageid: z.string().min(1),
  /** An address; empty for a text. */
  Media: z.string(),
  Channel: channel,
  Event: z.enum(Object.values(TOLD_EVENTS)),
  Timestamp: timestamp,
  ...version,
})

/** IMI-20. */
export const postbackPayloadSchema = z.strictObject({
  ...conversation,
  PostbackPayload: z.string(),
  Channel: channel,
  Event: z.string().regex(/^[A-Z]+ POSTBACK$/),
  Timestamp: timestamp,
  ...version,
})

/** IMI-21: `Description` in case of failures only. */
const delivery = {
  ...conversation,
  Messageid: z.string().min(1),
  Channel: channel,
  Event: z.literal('Message delivery'),
  Timestamp: timestamp,
  ...version,
}
export const deliveryPayloadSchema = z.union([
  z.strictObject({ ...delivery, DeliveryStatus: z.enum(['Delivered', 'Read']) }),
  z.strictObject({ ...delivery, DeliveryStatus: z.literal('Failed'), Description: z.string().min(1) }),
])

/** Sent when somebody verifies a webhook (IMI-06); nobody is expected to answer it. */
export const verificationPayloadSchema = z.strictObject({
  Event: z.literal('Verification'),
  Timestamp: timestamp,
  ...version,
})

export type MessagePayload = z.infer<typeof messagePayloadSchema>
export type PostbackPayload = z.infer<typeof postbackPayloadSchema>
export type DeliveryPayload = z.infer<typeof deliveryPayloadSchema>
export type Payload = MessagePayload | PostbackPayload | DeliveryPayload

/** The schemas of what goes out, by the name they have in the documentation. */
export const PAYLOAD_SCHEMAS = {
  message: messagePayloadSchema,
  postback: postbackPayloadSchema,
  delivery: deliveryPayloadSchema,
  verification: verificationPayloadSchema,
} as const

/** What every payload says of its conversation. `at` is in epoch milliseconds. */
export type About = Readonly<{ conversation: string; type: ConversationType; channel: Channel; at: number }>

type Told = Readonly<{ id: string; text: string; kind: MessageType; media: string; event: ToldEvent }>

export function messagePayload(
  { conversation, type, channel, at }: About,
  { id, text, kind, media, event }: Told,
): MessagePayload {
  return {
    Conversationid: conversation,
    ConversationType: type,
    Message: text,
    MessageType: kind,
    Messageid: id,
    Media: media,
    Channel: CHANNEL_CODES[channel],
    Event: TOLD_EVENTS[event],
    Timestamp: writeTimestamp(at),
    Version: '1',
  }
}

export function postbackPayload(
  { conversation, type, channel, at }: About,
  payload: string,
): PostbackPayload {
  const code = CHANNEL_CODES[channel]
  return {
    Conversationid: conversation,
    ConversationType: type,
    PostbackPayload: payload,
    Channel: code,
    Event: `${code} POSTBACK`,
    Timestamp: writeTimestamp(at),
    Version: '1',
  }
}

const STATUSES = { delivered: 'Delivered', read: 'Read' } as const
export type ReportedStatus = keyof typeof STATUSES | 'failed'

export function deliveryPayload(
  { conversation, type, channel, at }: About,
  { id, status, description }: Readonly<{ id: string; status: ReportedStatus; description: string }>,
): DeliveryPayload {
  const common = {
    Conversationid: conversation,
    ConversationType: type,
    Messageid: id,
    Channel: CHANNEL_CODES[channel],
    Event: 'Message delivery',
    Timestamp: writeTimestamp(at),
    Version: '1',
  } as const
  return status === 'failed'
    ? { ...common, DeliveryStatus: 'Failed', Description: description || 'The channel gave no reason.' }
    : { ...common, DeliveryStatus: STATUSES[status] }
}
