import { z } from 'zod'
import { HANDOVER_REASONS } from '../../src-shared/blocks/effect.ts'
import { AFTER_HANDOVER } from '../../src-shared/document/settings.ts'
import { hashSchema } from '../../src-shared/kit/hash.ts'
import { messageIdSchema, transcriptSchema } from '../../src-shared/publish/conversation-protocol.ts'
import {
  agentName,
  ROUTINGS,
  replySchema,
  skillName,
  skillsSchema,
} from '../../src-shared/publish/desk-protocol.ts'

/** What the page of the desk and the engine tell each other. Times are epoch ms UTC. */

const at = z.number().int()

export const signInSchema = z
  .strictObject({ name: z.string().max(200), password: z.string().max(200) })
  .meta({ id: 'DeskSignIn' })

/** `token` goes into the header `x-desk-token` of everything that changes something. */
export const signedInSchema = z
  .object({ name: z.string(), token: z.string(), replies: z.array(replySchema) })
  .meta({ id: 'DeskSignedIn' })

export const presenceSchema = z
  .strictObject({ accepting: z.boolean(), accepts: skillsSchema })
  .meta({ id: 'DeskPresence' })

const FILE_KINDS = ['image', 'video', 'audio', 'document'] as const

const chatLine = z.object({
  id: z.number().int(),
  /** The contact's name, where the bot knows it; `contact` is what the channel calls them, or the end of it. */
  who: z.string().nullable(),
  contact: z.string(),
  botName: z.string(),
  channel: z.string(),
  skill: z.string().nullable(),
  reason: z.enum(HANDOVER_REASONS),
  queuedAt: at,
  unread: z.number().int(),
  lastNumber: z.number().int(),
  lastText: z.string(),
  /** What kind of file came last, where it came without a text. */
  lastFile: z.enum(FILE_KINDS).nullable(),
  lastFrom: z.enum(['contact', 'bot', 'agent']).nullable(),
  lastAt: at.nullable(),
  /** Whether it is about something this agent knows. */
  fits: z.boolean(),
})

/** The desk as one agent sees it; the events of the stream are of this shape. */
export const deskViewSchema = z
  .object({
    me: z.object({
      name: z.string(),
      skills: z.array(z.string()),
      accepts: z.array(z.string()),
      accepting: z.boolean(),
      mostChats: z.number().int(),
    }),
    routing: z.enum(ROUTINGS),
    waiting: z.array(chatLine),
    mine: z.array(chatLine),
    colleagues: z.array(
      z.object({
        name: z.string(),
        skills: z.array(z.string()),
        /** There and accepting. */
        takes: z.boolean(),
        chats: z.number().int(),
      }),
    ),
    /** All skills of the desk. */
    skills: z.array(z.string()),
  })
  .meta({ id: 'DeskView' })

export const chatDetailSchema = z
  .object({
    id: z.number().int(),
    state: z.enum(['waiting', 'taken', 'closed']),
    who: z.string().nullable(),
    contact: z.string(),
    bot: z.string(),
    botName: z.string(),
    channel: z.string(),
    skill: z.string().nullable(),
    reason: z.enum(HANDOVER_REASONS),
    webstore: z.string().nullable(),
    /** Whether the bot reads along. */
    mode: z.enum(AFTER_HANDOVER).nullable(),
    /** The most bytes of a file of each kind that the channel takes. */
    mostBytes: z.object({
      image: z.number().int(),
      video: z.number().int(),
      audio: z.number().int(),
      document: z.number().int(),
    }),
    summary: z.array(z.object({ name: z.string(), value: z.string() })),
    notes: z.array(
      z.object({
        at,
        kind: z.string(),
        agent: z.string().nullable(),
        target: z.string().nullable(),
        text: z.string(),
      }),
    ),
    past: z.array(
      z.object({
        id: z.number().int(),
        botName: z.string(),
        at,
        skill: z.string().nullable(),
        agent: z.string().nullable(),
        closedAt: at.nullable(),
        closeReason: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'DeskChat' })

export const deskMessageSchema = transcriptSchema.shape.messages.element.omit({ content: true }).extend({
  /** The parts of a bot's message with texts as trees (http/chat-message.ts). */
  shown: z.looseObject({}).nullable(),
  /** What contacts and agents sent; `url` is empty where there is nothing to open. */
  files: z.array(
    z.object({
      kind: z.string(),
      name: z.string(),
      url: z.string(),
      alt: z.string(),
      /** Bytes, where they are known. */
      size: z.number().int().nullable(),
    }),
  ),
})
export const deskMessagesSchema = z
  .object({ messages: z.array(deskMessageSchema), more: z.boolean() })
  .meta({ id: 'DeskMessages' })

const number = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
export const chatPath = z.object({ id: number })
/** After a message, or before one; the last ones without either. */
export const messagesQuery = z.object({ after: number.optional(), before: number.optional() })

/** A file that was uploaded; 240 letters are what WhatsApp takes of a name. `alt` is said in place of a picture. */
const namedFileSchema = z.strictObject({
  hash: hashSchema,
  name: z.string().max(240),
  alt: z.string().trim().max(1000).default(''),
})

/** A text, a file, or a file with a text. */
export const answerSchema = z
  .strictObject({
    id: messageIdSchema,
    text: z.string().trim().max(4096),
    file: namedFileSchema.optional(),
  })
  .refine(({ text, file }) => text !== '' || file !== undefined, 'expected a text or a file')
  .meta({ id: 'DeskAnswer' })
export const readSchema = z.strictObject({ number: z.number().int().min(0) }).meta({ id: 'DeskRead' })
export const transferSchema = z
  .strictObject({
    /** Somebody who is there; null: the queue of a skill, of none with null. */
    agent: agentName.nullable(),
    skill: skillName.nullable(),
    note: z.string().trim().max(1000).default(''),
  })
  .meta({ id: 'DeskTransfer' })

/** Why an agent has closed a conversation. */
export const CLOSE_REASONS = ['solved', 'unsolved', 'noAnswer', 'other'] as const
export const closeSchema = z.strictObject({ reason: z.enum(CLOSE_REASONS) }).meta({ id: 'DeskClose' })

export type DeskView = z.infer<typeof deskViewSchema>
export type ChatLine = z.infer<typeof chatLine>
export type ChatDetail = z.infer<typeof chatDetailSchema>
export type DeskMessage = z.infer<typeof deskMessageSchema>
export type DeskMessages = z.infer<typeof deskMessagesSchema>
export type NamedFile = z.infer<typeof namedFileSchema>
export type DeskAnswer = z.infer<typeof answerSchema>
export type SignedIn = z.infer<typeof signedInSchema>
