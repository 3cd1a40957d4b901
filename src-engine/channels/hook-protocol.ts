import { z } from 'zod'
import { placeSchema } from '../../src-shared/document/happening.ts'
import { localIdSchema } from '../../src-shared/document/ids.ts'
import { localeSchema } from '../../src-shared/document/localized.ts'
import { MAX_MESSAGE_LENGTH, messageIdSchema } from '../../src-shared/publish/conversation-protocol.ts'

/**
 * The generic channel: any system that can make and take signed JSON (docs/channels-of-the-engine.md). What comes in is
 * signed with the channel's signing secret like a request of the publish protocol, and so is what goes out.
 */

/** A person as that system calls them. */
const personSchema = z
  .string()
  .regex(/^[A-Za-z0-9._+@-]{1,64}$/, 'expected up to 64 letters, digits or . _ + @ -')

const fileSchema = z.strictObject({
  kind: z.enum(['image', 'video', 'audio', 'document']),
  /** https; fetched into the engine, up to 25 MB. */
  url: z.url({ protocol: /^https?$/ }).max(2000),
  name: z.string().max(255).default(''),
})

const messageSchema = z.strictObject({
  /** The same id again changes nothing. */
  id: messageIdSchema,
  from: personSchema,
  /** What the person is called, and their number, where they are known. */
  name: z.string().max(200).optional(),
  number: z.string().max(64).optional(),
  locale: localeSchema.optional(),
  text: z.string().max(MAX_MESSAGE_LENGTH).default(''),
  /** The option that was tapped; `text` is then its label. */
  option: localIdSchema.optional(),
  location: placeSchema.optional(),
  files: z.array(fileSchema).max(10).optional(),
  /** The link the person came by. */
  ref: z.string().max(500).optional(),
})

const statusSchema = z.strictObject({
  /** The `id` of what the engine sent. */
  delivery: z.string().min(1).max(500),
  status: z.enum(['sent', 'delivered', 'read', 'failed']),
  description: z.string().max(500).optional(),
})

export const hookRequestSchema = z
  .strictObject({
    messages: z.array(messageSchema).max(100).default([]),
    statuses: z.array(statusSchema).max(100).default([]),
  })
  .meta({ id: 'HookRequest' })

/** All of it is stored; how many messages of it are new. */
export const hookAnswerSchema = z.object({ taken: z.number().int() }).meta({ id: 'HookAnswer' })

/** Asked once, when the channel is verified: the same challenge is to be answered. */
export const hookChallengeSchema = z.object({ challenge: z.string() })

export type HookRequest = z.infer<typeof hookRequestSchema>
