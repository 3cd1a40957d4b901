import { z } from 'zod'
import { botIdSchema } from '../document/ids.ts'
import { ENVIRONMENTS } from '../lifecycle/environments.ts'

/**
 * The channels of an engine: which phone number, page, account, system or website talks to which bot. Signed like the
 * publish protocol (protocol.ts), with a key of scope `channels`.
 *
 * | method and path | body | answer |
 * |---|---|---|
 * | GET /v1/channels | – | ChannelList |
 * | POST /v1/channels | NewChannel | Channel |
 * | GET /v1/channels/:channel | – | Channel |
 * | PUT /v1/channels/:channel | ChannelChange | Channel |
 * | DELETE /v1/channels/:channel | – | ChannelGone |
 * | POST /v1/channels/:channel/verify | – | Channel |
 * | POST /v1/channels/:channel/deactivate | DeactivateChannel | Channel |
 * | GET /v1/channels/:channel/events?before=… | – | ChannelEvents |
 * | POST /v1/channels/:channel/replay | ReplayRequest | ReplayAnswer |
 *
 * Secrets go in and never come out: a channel says only which of them are set.
 */
export const CHANNEL_KINDS = ['whatsapp', 'messenger', 'instagram', 'missedCall', 'webhook', 'web'] as const
export type ChannelKind = (typeof CHANNEL_KINDS)[number]

/** `unverified` has never worked; `inactive` was stopped by hand or by the provider, and says why. */
export const CHANNEL_STATES = ['unverified', 'active', 'inactive'] as const

export const channelIdSchema = z.string().regex(/^ch[a-z0-9]{16}$/, 'expected the id of a channel')

/**
 * App secret and verify token of Meta's app, the token messages are sent with; the token of an account at Twilio; the
 * key a webhook is signed with.
 */
export const SECRET_NAMES = ['appSecret', 'verifyToken', 'accessToken', 'authToken', 'signingSecret'] as const
export type SecretName = (typeof SECRET_NAMES)[number]

/** The secrets a kind cannot do without, in the order they are asked for. */
export const SECRETS_OF: Readonly<Record<ChannelKind, readonly SecretName[]>> = {
  whatsapp: ['appSecret', 'verifyToken', 'accessToken'],
  messenger: ['appSecret', 'verifyToken', 'accessToken'],
  instagram: ['appSecret', 'verifyToken', 'accessToken'],
  missedCall: ['authToken'],
  webhook: ['signingSecret'],
  web: [],
}

const secret = z
  .string()
  .regex(/^[\x21-\x7e]{8,1024}$/, 'expected 8 to 1,024 printable characters without spaces')
export const channelSecretsSchema = z.partialRecord(z.enum(SECRET_NAMES), secret)

/** A page's address without its path; plain http is for this machine. */
const origin = z
  .string()
  .regex(
    /^(https:\/\/[a-z0-9.-]{1,253}(:\d{1,5})?|http:\/\/(localhost|127\.0\.0\.1)(:\d{1,5})?)$/,
    'expected an address like https://shop.example',
  )

export const channelOptionsSchema = z.strictObject({
  /** Instagram: `instagram` for apps with Instagram Login, else the page's login. */
  login: z.enum(['facebook', 'instagram']).optional(),
  /** Instagram: whether being mentioned in a story is answered; ignored otherwise (requirements.md NHN-52). */
  answersMentions: z.boolean().optional(),
  /** Messenger and Instagram: agents may answer for seven days (Meta's feature Human Agent). */
  humanAgent: z.boolean().optional(),
  /** Webhook: where messages of the bot are sent. */
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  /** Webhook: messages of several people that are due at once come in one request (docs/channels-of-the-engine.md). */
  batches: z.boolean().optional(),
  /** Missed call: how long it rings before it is refused, in seconds; two rings unless given (D-24). */
  ringSeconds: z.number().int().min(0).max(12).optional(),
  /** Missed call: the text message, with `{link}` where the link stands; at its end without (NHN-44). */
  text: z.string().trim().min(1).max(300).optional(),
  /** Missed call: where the text message leads; the page of the bot unless given. */
  link: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  /** Missed call: Twilio's messaging service that sends, in place of the number. */
  messagingService: z
    .string()
    .regex(/^MG[0-9a-f]{32}$/, 'expected MG and 32 digits a to f')
    .optional(),
  /** Web: the pages that may show the chat in a frame (NHN-53). */
  origins: z.array(origin).max(50).optional(),
})

const name = z.string().trim().min(1).max(100)
const account = z.string().regex(/^[A-Za-z0-9_-]{0,64}$/, 'expected an id of the provider')
const handle = z.string().trim().max(100)

/**
 * `environment`: which version answers there: the one published last, the one in test, the active one. `account`: the
 * phone number id, page id or account id; `handle`: the phone number or name people find it by.
 */
export const newChannelSchema = z
  .strictObject({
    kind: z.enum(CHANNEL_KINDS),
    name,
    bot: botIdSchema,
    environment: z.enum(ENVIRONMENTS).default('live'),
    account: account.default(''),
    handle: handle.default(''),
    options: channelOptionsSchema.default({}),
    secrets: channelSecretsSchema.default({}),
  })
  .meta({ id: 'NewChannel' })

/** What is absent stays; a secret that is given replaces the one there is. */
export const channelChangeSchema = z
  .strictObject({
    name: name.optional(),
    bot: botIdSchema.optional(),
    environment: z.enum(ENVIRONMENTS).optional(),
    account: account.optional(),
    handle: handle.optional(),
    options: channelOptionsSchema.optional(),
    secrets: channelSecretsSchema.optional(),
  })
  .meta({ id: 'ChannelChange' })

export const deactivateChannelSchema = z
  .strictObject({ reason: z.string().trim().min(1).max(500) })
  .meta({ id: 'DeactivateChannel' })

const time = z.number().int().nullable()

export const channelSchema = z
  .object({
    id: channelIdSchema,
    kind: z.enum(CHANNEL_KINDS),
    name: z.string(),
    bot: z.string(),
    environment: z.enum(ENVIRONMENTS),
    account: z.string(),
    handle: z.string(),
    options: channelOptionsSchema,
    /** Which secrets are set. */
    secrets: z.array(z.enum(SECRET_NAMES)),
    state: z.enum(CHANNEL_STATES),
    /** Why it is not active; empty while it is. */
    reason: z.string(),
    verifiedAt: time,
    /** The last trouble there was, of whatever kind. */
    lastError: z.string().nullable(),
    lastErrorAt: time,
    lastReceivedAt: time,
    lastSentAt: time,
    /** Messages to this channel by what became of them. */
    deliveries: z.object({ waiting: z.number(), held: z.number(), done: z.number(), dead: z.number() }),
    /** What is entered at the provider: where it sends what happens. Empty where nothing is. */
    webhook: z.string(),
    /** Where customers begin; null where no address is known (requirements.md NHN-43, NHN-51). */
    link: z.string().nullable(),
    createdAt: z.number().int(),
    changedAt: z.number().int(),
  })
  .meta({ id: 'Channel' })

export const channelListSchema = z.object({ channels: z.array(channelSchema) }).meta({ id: 'ChannelList' })
export const channelGoneSchema = z.object({ id: channelIdSchema }).meta({ id: 'ChannelGone' })

/**
 * One thing that came in or went out. `delivery` numbers what went out, and is what is sent again; `payload` is what
 * was sent, what the conversation was told, or what the provider sent that nothing became of.
 */
export const channelEventSchema = z
  .object({
    direction: z.enum(['in', 'out']),
    at: z.number().int(),
    id: z.string(),
    /** `message`, `referral`, `call`, `status`, `ignored`, `unreadable`, `trouble`; `sent` for what went out. */
    sort: z.string(),
    contact: z.string(),
    /** What became of it: `taken`, `waiting`, `held`, `done`, `dead`. */
    state: z.string(),
    note: z.string().nullable(),
    delivery: z.number().int().nullable(),
    attempts: z.number().int(),
    payload: z.looseObject({}).nullable(),
  })
  .meta({ id: 'ChannelEvent' })

/** The newest first; `before` of the next page, null at the end. */
export const channelEventsSchema = z
  .object({ events: z.array(channelEventSchema), before: z.string().nullable() })
  .meta({ id: 'ChannelEvents' })

export const eventsQuery = z.object({
  before: z
    .string()
    .regex(/^\d{1,15}-\d{1,15}$/, 'expected what the page before said')
    .optional(),
  limit: z.coerce.number<number>().int().min(1).max(200).default(50),
})

/** Deliveries of this channel, dead or done, to be made again; absent: all that are dead. */
export const replayRequestSchema = z
  .strictObject({ deliveries: z.array(z.number().int()).max(1000).optional() })
  .meta({ id: 'ReplayRequest' })
export const replayAnswerSchema = z.object({ replayed: z.number().int() }).meta({ id: 'ReplayAnswer' })

export type ChannelState = (typeof CHANNEL_STATES)[number]
export type ChannelOptions = z.infer<typeof channelOptionsSchema>
export type ChannelSecrets = z.infer<typeof channelSecretsSchema>
export type NewChannel = z.infer<typeof newChannelSchema>
export type ChannelChange = z.infer<typeof channelChangeSchema>
export type ChannelView = z.infer<typeof channelSchema>
export type ChannelEvent = z.infer<typeof channelEventSchema>
export type ChannelEvents = z.infer<typeof channelEventsSchema>
