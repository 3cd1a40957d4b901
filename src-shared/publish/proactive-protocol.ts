import { z } from 'zod'
import { happeningValues, openingSchema } from '../document/happening.ts'
import { localeSchema } from '../document/localized.ts'
import { channelIdSchema } from './channel-protocol.ts'
import { keyIdSchema } from './key-protocol.ts'

/**
 * Conversations that the company begins (requirements.md KAR-01…KAR-10, NHN-36, NHN-40; docs/proactive.md). `:external`
 * is the bot's external id. A token that was chosen for the bot will do, as will a signature with scope `converse`.
 *
 * | method and path | body | answer |
 * |---|---|---|
 * | GET /v1/bots/:bot/proactive | – | ProactiveSettings |
 * | PUT /v1/bots/:bot/proactive | ProactiveChoice | ProactiveSettings |
 * | POST /v1/proactive/:external/messages | ProactiveRequest | ProactiveAccepted (202) |
 * | POST /v1/proactive/:external/batch | ProactiveBatch | ProactiveResults (202) |
 * | GET /v1/proactive/:external/messages/:id | – | ProactiveStatus |
 * | POST /v1/proactive/:external/consents | NewConsents | ConsentsNoted |
 * | GET, PUT, DELETE /v1/callback | CallbackRequest | Callback, CallbackMade, CallbackGone |
 * | GET /v1/proactive/:external/consents?channel=…&to=… | – | ConsentLedger |
 */
export const MAX_RECIPIENTS = 1000

export const externalIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,64}$/, 'expected up to 64 letters, digits, dots, - or _')

/** A phone number with its country, or the id the channel gives a person. */
export const recipientSchema = z
  .string()
  .regex(/^[\x20-\x7e]{1,128}$/, 'expected a phone number or an id of the channel')

export const proactiveIdSchema = z.string().regex(/^pm-[0-9a-f]{24}$/, 'expected an id like pm-…')

/** As WhatsApp's templates are told apart; `all` is what a person's own word is about. */
export const MESSAGE_CATEGORIES = ['marketing', 'utility', 'authentication'] as const
export const CONSENT_CATEGORIES = [...MESSAGE_CATEGORIES, 'all'] as const
export const CONSENTS = ['given', 'withdrawn'] as const

const fileSchema = z
  .strictObject({
    /** Where the channel can fetch it. */
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional(),
    /** Its bytes, which the engine then keeps. */
    base64: z.base64().min(1).optional(),
    /** What the file at an address is; bytes tell it themselves. */
    kind: z.enum(['image', 'video', 'audio', 'document']).optional(),
    name: z.string().min(1).max(240).optional(),
  })
  .refine(
    ({ url, base64 }) => (url === undefined) !== (base64 === undefined),
    'either url or base64 is needed',
  )

const messageShape = {
  to: recipientSchema,
  channel: channelIdSchema,
  category: z.enum(MESSAGE_CATEGORIES).default('utility'),
  /** The contact's language, looked at when a conversation begins. */
  locale: localeSchema.optional(),
  variables: happeningValues.optional(),
  /** Said before the flow of the bot's entry; with a template the document is in its header. */
  text: z.string().min(1).max(4096).optional(),
  document: fileSchema.optional(),
  template: openingSchema.shape.template.unwrap().omit({ header: true }).optional(),
}
const apart = ({ text, template }: { text?: string; template?: object }) =>
  text === undefined || template === undefined
const APART = { message: 'a template has its own text', path: ['text'] }

/** The same key again within 24 hours is answered the same; with another body it is refused. */
const dedupeKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,100}$/, 'expected up to 100 printable characters')
  .optional()

const messageSchema = z.strictObject(messageShape).refine(apart, APART)
export const proactiveRequestSchema = z
  .strictObject({ ...messageShape, dedupeKey })
  .refine(apart, APART)
  .meta({ id: 'ProactiveRequest' })
export const proactiveBatchSchema = z
  .strictObject({ messages: z.array(messageSchema).min(1).max(MAX_RECIPIENTS), dedupeKey })
  .meta({ id: 'ProactiveBatch' })

const acceptedShape = { to: z.string(), id: proactiveIdSchema, status: z.literal('accepted') }
export const proactiveAcceptedSchema = z.object(acceptedShape).meta({ id: 'ProactiveAccepted' })
const resultSchema = z.discriminatedUnion('status', [
  z.object(acceptedShape),
  z.object({ to: z.string(), status: z.literal('refused'), code: z.string(), message: z.string() }),
])
/** In the order of the recipients. */
export const proactiveResultsSchema = z
  .object({ results: z.array(resultSchema) })
  .meta({ id: 'ProactiveResults' })

export const PROACTIVE_STATES = ['accepted', 'sent', 'delivered', 'read', 'failed'] as const
const state = { status: z.enum(PROACTIVE_STATES), reason: z.string().nullable() }
/** `status` is that of the first message; `messages` is all that was said then. */
export const proactiveStatusSchema = z
  .object({
    id: proactiveIdSchema,
    to: z.string(),
    channel: z.string(),
    at: z.number().int(),
    ...state,
    messages: z.array(z.object({ number: z.number().int(), ...state })),
  })
  .meta({ id: 'ProactiveStatus' })

/** Where the owner of a key or token is told what becomes of the messages begun with it. */
export const callbackRequestSchema = z
  .strictObject({ url: z.url({ protocol: /^https?$/ }).max(2000) })
  .meta({ id: 'CallbackRequest' })
/** What is told is signed with the secret, which is shown this once. */
export const callbackMadeSchema = z
  .object({ url: z.string(), secret: z.string() })
  .meta({ id: 'CallbackMade' })
export const callbackSchema = z
  .object({
    url: z.string(),
    at: z.number().int(),
    /** What was to be told by what became of it. */
    deliveries: z.object({ waiting: z.number(), held: z.number(), done: z.number(), dead: z.number() }),
  })
  .meta({ id: 'Callback' })
export const callbackGoneSchema = z.object({ key: keyIdSchema }).meta({ id: 'CallbackGone' })

export const TOLD_STATES = ['sent', 'delivered', 'read', 'failed'] as const
/** What is posted there. `event` is told once, but may come again; `message` is null when nothing was said. */
export const proactiveEventSchema = z.strictObject({
  type: z.literal('status'),
  event: z.string(),
  id: proactiveIdSchema,
  to: z.string(),
  channel: z.string(),
  message: z.number().int().nullable(),
  status: z.enum(TOLD_STATES),
  reason: z.string().nullable(),
  at: z.number().int(),
})
export type ProactiveEvent = z.infer<typeof proactiveEventSchema>

/** The tokens that may begin conversations of a bot; none may unless it is chosen (requirements.md KAR-10). */
export const proactiveChoiceSchema = z
  .strictObject({ tokens: z.array(keyIdSchema).max(20) })
  .meta({ id: 'ProactiveChoice' })
export const proactiveSettingsSchema = z
  .object({ tokens: z.array(z.string()) })
  .meta({ id: 'ProactiveSettings' })

/** `source`: how it was said, such as a form, a contract, an import and its proof; `wording`: what was agreed to. */
const consentShape = {
  category: z.enum(CONSENT_CATEGORIES),
  consent: z.enum(CONSENTS),
  source: z.string().trim().min(1).max(200),
  wording: z.string().max(500).default(''),
}
export const newConsentsSchema = z
  .strictObject({
    entries: z
      .array(
        z.strictObject({
          to: recipientSchema,
          channel: channelIdSchema,
          ...consentShape,
          /** When it was said, epoch ms; absent: now. */
          at: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
        }),
      )
      .min(1)
      .max(MAX_RECIPIENTS),
  })
  .meta({ id: 'NewConsents' })
export const consentsNotedSchema = z.object({ noted: z.number().int() }).meta({ id: 'ConsentsNoted' })
export const consentLedgerSchema = z
  .object({
    entries: z.array(
      z.object({ ...consentShape, by: z.string(), at: z.number().int(), notedAt: z.number().int() }),
    ),
  })
  .meta({ id: 'ConsentLedger' })
export const consentQuery = z.object({ channel: channelIdSchema, to: recipientSchema })

export type ConsentCategory = (typeof CONSENT_CATEGORIES)[number]
export type Consent = (typeof CONSENTS)[number]
export type ProactiveMessage = z.infer<typeof messageSchema>
export type ProactiveRequest = z.infer<typeof proactiveRequestSchema>
export type ProactiveBatch = z.infer<typeof proactiveBatchSchema>
export type ProactiveResults = z.infer<typeof proactiveResultsSchema>
export type ProactiveResult = z.infer<typeof resultSchema>
export type ProactiveStatus = z.infer<typeof proactiveStatusSchema>
export type ProactiveState = (typeof PROACTIVE_STATES)[number]
export type NewConsents = z.infer<typeof newConsentsSchema>
export type ConsentLedger = z.infer<typeof consentLedgerSchema>
