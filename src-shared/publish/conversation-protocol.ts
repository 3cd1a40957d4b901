import { z } from 'zod'
import { happeningSchema } from '../document/happening.ts'
import { localIdSchema } from '../document/ids.ts'
import { localeSchema } from '../document/localized.ts'
import { CHANNELS } from '../document/settings.ts'
import { inputSchema } from '../runtime/input.ts'

/**
 * Talking to the active bot of an engine; signed like the publish protocol (protocol.ts).
 *
 * | method and path | body | answer |
 * |---|---|---|
 * | GET /v1/bots/:bot/conversations?before=N | – | Conversations |
 * | POST /v1/bots/:bot/conversations/:contact/messages | MessageRequest | MessageAnswer |
 * | GET /v1/bots/:bot/conversations/:contact/messages?after=N | – | Transcript |
 * | POST /v1/bots/:bot/conversations/:contact/inputs | InputRequest | MessageAnswer |
 * | GET /v1/bots/:bot/conversations/:contact/turns?after=N | – | Turns |
 *
 * A message is on the disk before anything is said about it. Messages of one contact are answered in the order they
 * came, each id once: the same id again gives the same answer with the outcome `duplicate`, so a sender who does not
 * know what became of a message sends it again.
 */
export const MAX_MESSAGE_LENGTH = 16_384

/** A contact as its channel names it. */
export const contactSchema = z
  .string()
  .regex(/^[A-Za-z0-9._:+@-]{1,128}$/, 'expected up to 128 letters, digits or . _ : + @ -')

/** A sender's id of a message: printable ASCII without spaces, as channels give them. */
export const messageIdSchema = z
  .string()
  .regex(/^[\x21-\x7e]{1,128}$/, 'expected up to 128 printable ASCII characters')

export const messageRequestSchema = z
  .strictObject({
    id: messageIdSchema,
    text: z.string().max(MAX_MESSAGE_LENGTH, `a message holds at most ${MAX_MESSAGE_LENGTH} characters`),
    /** The option whose button was tapped; `text` is then the label it showed. */
    option: localIdSchema.optional(),
    /** The contact's language, looked at when a conversation begins. */
    locale: localeSchema.optional(),
    /** The channel the contact writes on; absent: the web. */
    channel: z.enum(CHANNELS).optional(),
  })
  .refine(({ text, option }) => text !== '' || option !== undefined, {
    message: 'a text or an option is needed',
    path: ['text'],
  })
  .meta({ id: 'MessageRequest' })

/**
 * Anything else that happens to a conversation: a place or files the contact sent, an event, a referral, a message the
 * company begins, what an agent wrote, a delivery report. Clocks and effects are the engine's own.
 */
export const inputRequestSchema = z
  .strictObject({
    input: inputSchema.refine(
      ({ type }) => type !== 'time' && type !== 'effect',
      'the engine does this itself',
    ),
    locale: localeSchema.optional(),
    channel: z.enum(CHANNELS).optional(),
  })
  .meta({ id: 'InputRequest' })

/**
 * `asleep`: the bot has nothing that this message wakes. `no_active_bot`: recorded, not answered (D-26, KAL-13).
 * `restricted`: kept, and nobody may do more with what is kept of this person (NHN-144).
 */
export const MESSAGE_OUTCOMES = ['answered', 'asleep', 'no_active_bot', 'restricted', 'duplicate'] as const

const optionSchema = z.object({ id: z.string(), label: z.string(), description: z.string().optional() })

/** `number` counts the messages of both sides from 1; `id` is the sender's, or `<id of the answered message>.<n>`. */
export const sentMessageSchema = z
  .object({
    id: z.string(),
    number: z.number().int(),
    text: z.string(),
    options: z.array(optionSchema).nullable(),
    /** The other parts of src-shared/message/message.ts, such as media and buttons; null for none. */
    content: z.looseObject({}).nullable(),
  })
  .meta({ id: 'SentMessage' })

export const messageAnswerSchema = z
  .object({
    outcome: z.enum(MESSAGE_OUTCOMES),
    messages: z.array(sentMessageSchema),
    /** Events of src-shared/runtime/events.ts; the web chat does not get them. */
    events: z.array(z.looseObject({ type: z.string() })),
  })
  .meta({ id: 'MessageAnswer' })

export const transcriptSchema = z
  .object({
    messages: z.array(
      sentMessageSchema.extend({ from: z.enum(['contact', 'bot', 'agent']), at: z.number().int() }),
    ),
    /** Whether there are more after the last one of this answer. */
    more: z.boolean(),
  })
  .meta({ id: 'Transcript' })

/**
 * With whom a bot talked, the newest first. `seq` numbers the last thing the engine received from a contact; `before` asks
 * for what is older, and is null at the end. A page may be empty, and a contact may come again on an older one.
 */
export const conversationsSchema = z
  .object({
    conversations: z.array(z.object({ contact: contactSchema, seq: z.number().int(), at: z.number().int() })),
    before: z.number().int().nullable(),
  })
  .meta({ id: 'Conversations' })

/** What happened in a conversation, turn by turn; `seq` counts all that the engine received. */
export const turnsSchema = z
  .object({
    turns: z.array(
      z.object({
        seq: z.number().int(),
        at: z.number().int(),
        outcome: z.string(),
        /** What began it. A secret answer is masked; of the answers of calls only the status is told. */
        input: happeningSchema.optional(),
        /** As they came with the input; looked at when a conversation begins. */
        locale: z.string().nullable().optional(),
        channel: z.string().nullable().optional(),
        events: z.array(z.looseObject({ type: z.string() })),
      }),
    ),
    more: z.boolean(),
  })
  .meta({ id: 'Turns' })

export type Conversations = z.infer<typeof conversationsSchema>
export type InputRequest = z.infer<typeof inputRequestSchema>
export type Turns = z.infer<typeof turnsSchema>
export type MessageRequest = z.infer<typeof messageRequestSchema>
export type MessageOutcome = (typeof MESSAGE_OUTCOMES)[number]
export type SentMessage = z.infer<typeof sentMessageSchema>
export type MessageAnswer = z.infer<typeof messageAnswerSchema>
export type Transcript = z.infer<typeof transcriptSchema>
