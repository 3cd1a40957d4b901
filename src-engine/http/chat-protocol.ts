import { z } from 'zod'
import { placeSchema } from '../../src-shared/document/happening.ts'
import { botIdSchema } from '../../src-shared/document/ids.ts'
import { hashSchema } from '../../src-shared/kit/hash.ts'
import {
  MESSAGE_OUTCOMES,
  messageIdSchema,
  messageRequestSchema,
  sentMessageSchema,
  transcriptSchema,
} from '../../src-shared/publish/conversation-protocol.ts'

/** The visitor's id is all that protects a conversation: 128 random bits at least, so 22 characters of base64url. */
export const visitorPath = z.object({
  bot: botIdSchema,
  visitor: z.string().regex(/^[A-Za-z0-9_-]{22,64}$/, 'expected 22 to 64 letters, digits, _ or -'),
})

/** A file that was uploaded, and what it is called where it comes from. */
const namedFileSchema = z.strictObject({ hash: hashSchema, name: z.string().max(255) })

/** What a visitor sends: a message, or in place of a text where they are or the files they uploaded. */
export const visitorMessageSchema = z
  .union([
    messageRequestSchema,
    z.strictObject({ id: messageIdSchema, text: z.literal(''), location: placeSchema }),
    z.strictObject({
      id: messageIdSchema,
      text: z.literal(''),
      files: z.array(namedFileSchema).min(1).max(10),
    }),
  ])
  .meta({ id: 'VisitorMessage' })

export const keptFileSchema = z
  .object({
    hash: hashSchema,
    kind: z.enum(['image', 'video', 'audio', 'document']),
    mime: z.string(),
    size: z.number().int(),
  })
  .meta({ id: 'KeptFile' })

/** `answering`: whether the next message can be answered. */
export const chatAnswerSchema = z
  .object({
    outcome: z.enum(MESSAGE_OUTCOMES),
    messages: z.array(sentMessageSchema),
    answering: z.boolean(),
  })
  .meta({ id: 'ChatAnswer' })

/** `shown`: the parts of a message with texts as trees and every address written out (chat-message.ts). */
export const chatNewsSchema = z
  .object({
    messages: z.array(
      transcriptSchema.shape.messages.element
        .omit({ content: true })
        .extend({ shown: z.looseObject({}).nullable() }),
    ),
    more: z.boolean(),
    answering: z.boolean(),
  })
  .meta({ id: 'ChatNews' })

export type VisitorMessage = z.infer<typeof visitorMessageSchema>
export type ChatAnswer = z.infer<typeof chatAnswerSchema>
export type ChatNews = z.infer<typeof chatNewsSchema>
