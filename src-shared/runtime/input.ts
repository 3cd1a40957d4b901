import { z } from 'zod'
import { blockIdSchema, localIdSchema } from '../document/ids.ts'
import { valueSchema } from '../document/records.ts'
import type { Understanding } from '../understanding/understanding.ts'

const id = z.string().min(1).max(200)
const text = z.string().max(1_000_000)
const degrees = (most: number) => z.number().min(-most).max(most)
const httpUrl = z.string().max(2000)
/** Names from outside, such as of an external event. */
const name = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/, 'use up to 64 letters, digits, dots, - or _')
const values = z.record(z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/), valueSchema)

export const placeSchema = z.strictObject({
  latitude: degrees(90),
  longitude: degrees(180),
  name: z.string().max(200).optional(),
  address: z.string().max(500).optional(),
})

export const sentFileSchema = z.strictObject({
  kind: z.enum(['image', 'video', 'audio', 'document']),
  url: httpUrl,
  name: z.string().max(255),
  mime: z.string().max(127),
  size: z.number().int().min(0),
})

/** What a customer sends: typed text, the option that was tapped with the text it showed, a place, files. */
const message = z.strictObject({
  id,
  type: z.literal('message'),
  text,
  option: localIdSchema.optional(),
  location: placeSchema.optional(),
  files: z.array(sentFileSchema).max(30).optional(),
  /** Its kind, where it is one nothing can be done with, such as a sticker. */
  unsupported: z.string().max(64).optional(),
  /** Sent by a machine: recorded, never answered. */
  automated: z.literal(true).optional(),
  /** What the host's provider understood; absent: the bot's own understanding is asked when it is needed. */
  understood: z
    .custom<Understanding>(isUnderstanding, 'expected what an understanding provider gives')
    .optional(),
})

const guess = z.object({ intent: z.string().max(64), confidence: z.number().min(0).max(1) })
const faqGuess = z.object({ faq: z.string().max(64), confidence: z.number().min(0).max(1) })
const understanding = z.object({
  intents: z.array(guess).max(10),
  faq: faqGuess.nullable(),
  otherFaqs: z.array(faqGuess).max(10).optional(),
  sentiment: z.enum(['positive', 'neutral', 'negative']),
  score: z.number().min(-1).max(1),
})

function isUnderstanding(value: unknown): boolean {
  return understanding.safeParse(value).success
}

const effectResult = z.union([
  z.strictObject({
    outcome: z.literal('answered'),
    status: z.number().int(),
    body: z.string().max(2_000_000),
  }),
  z.strictObject({ outcome: z.enum(['online', 'offline', 'accepted', 'timeout']) }),
  z.strictObject({ outcome: z.literal('failed'), message: z.string().max(2000) }),
])

/** One thing that happens to a conversation. Every one has its sender's id: the same id twice is answered once. */
export const inputSchema = z.discriminatedUnion('type', [
  message,
  /** The clock has reached the time that `dueAt` told. */
  z.strictObject({ id, type: z.literal('time') }),
  z.strictObject({ id, type: z.literal('effect'), effect: z.string().max(300), result: effectResult }),
  /** An event of the company's systems (entry `event`); values go into variables of these names. */
  z.strictObject({ id, type: z.literal('event'), name, values: values.optional() }),
  /** The customer came by a link with a reference (requirements.md NHN-51). */
  z.strictObject({ id, type: z.literal('referral'), ref: z.string().max(500) }),
  /** The company begins (requirements.md KAR-01). */
  z.strictObject({ id, type: z.literal('proactive'), values: values.optional() }),
  /** The time of a schedule entry has come. */
  z.strictObject({ id, type: z.literal('schedule'), entry: blockIdSchema }),
  /** The person who took over wrote, or closed the conversation; `text` is empty then. */
  z.strictObject({ id, type: z.literal('agent'), action: z.enum(['message', 'close']), text }),
  z.strictObject({
    id,
    type: z.literal('delivery'),
    message: z.number().int(),
    status: z.enum(['sent', 'delivered', 'read', 'failed']),
    description: z.string().max(500).optional(),
  }),
])

export type Input = Readonly<z.infer<typeof inputSchema>>
export type InputOf<T extends Input['type']> = Extract<Input, { type: T }>
