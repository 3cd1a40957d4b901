import { z } from 'zod'
import { blockIdSchema, localIdSchema } from './ids.ts'
import { valueSchema } from './value-schema.ts'

const text = z.string().max(1_000_000)
const degrees = (most: number) => z.number().min(-most).max(most)
/** Names from outside, such as of an external event. */
const name = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/, 'use up to 64 letters, digits, dots, - or _')
/** Values by the names of variables. */
export const happeningValues = z.record(z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/), valueSchema)

export const placeSchema = z.strictObject({
  latitude: degrees(90),
  longitude: degrees(180),
  name: z.string().max(200).optional(),
  address: z.string().max(500).optional(),
})

export const sentFileSchema = z.strictObject({
  kind: z.enum(['image', 'video', 'audio', 'document']),
  url: z.string().max(2000),
  name: z.string().max(255),
  mime: z.string().max(127),
  size: z.number().int().min(0),
  /** How long it plays, milliseconds, where the channel tells; a voice message always has it. */
  durationMs: z.number().int().min(0).optional(),
})

const openingMedia = z.strictObject({
  kind: z.enum(['image', 'video', 'audio', 'document']),
  url: z.url({ protocol: /^https?$/ }).max(2000),
  name: z.string().min(1).max(240).optional(),
})

/**
 * What the company itself says before the flow goes on (requirements.md KAR-01): a registered template, or a text and a
 * file. The text is plain.
 */
export const openingSchema = z.strictObject({
  text: z.string().max(4096).optional(),
  media: openingMedia.optional(),
  template: z
    .strictObject({
      name: z.string().min(1).max(512),
      language: z.string().regex(/^[a-z]{2,3}([-_][A-Za-z]{2,4})?$/, 'expected a language such as pt_BR'),
      parameters: z.array(z.string().min(1).max(1024)).max(50),
      header: openingMedia.optional(),
    })
    .optional(),
})

/** A file somebody at the company sends: of this engine by its content, or any that can be fetched. */
const agentMedia = z.strictObject({
  kind: z.enum(['image', 'video', 'audio', 'document']),
  url: z
    .string()
    .max(2000)
    .regex(/^(?:https?:\/\/[^\s<>"\\]+|parley-media:[0-9a-f]{64})$/, 'expected a web address'),
  name: z.string().min(1).max(255).optional(),
  alt: z.string().min(1).max(1000).optional(),
})

const effectResult = z.union([
  z.strictObject({
    outcome: z.literal('answered'),
    status: z.number().int(),
    body: z.string().max(2_000_000),
  }),
  z.strictObject({ outcome: z.enum(['online', 'offline', 'accepted', 'timeout']) }),
  z.strictObject({ outcome: z.literal('failed'), message: z.string().max(2000) }),
])

/** What can happen to a conversation, by type: the members of an input (src-shared/runtime/input.ts) but its id. */
export const HAPPENINGS = {
  /** What a customer sends: typed text, the option that was tapped with the text it showed, a place, files. */
  message: {
    type: z.literal('message'),
    text,
    option: localIdSchema.optional(),
    /** What the channel says a tapped button stands for, where it is no option of a bot. */
    payload: z.string().min(1).max(1000).optional(),
    location: placeSchema.optional(),
    files: z.array(sentFileSchema).max(30).optional(),
    /** Its kind, where it is one nothing can be done with, such as a sticker. */
    unsupported: z.string().max(64).optional(),
    /** Sent by a machine: recorded, never answered. */
    automated: z.literal(true).optional(),
  },
  /** The clock has reached the time that `dueAt` told. */
  time: { type: z.literal('time') },
  effect: { type: z.literal('effect'), effect: z.string().max(300), result: effectResult },
  /** An event of the company's systems (entry `event`); values go into variables of these names. */
  event: { type: z.literal('event'), name, values: happeningValues.optional() },
  /** The customer came by a link with a reference (requirements.md NHN-51). */
  referral: { type: z.literal('referral'), ref: z.string().max(500) },
  /** The company begins (requirements.md KAR-01). */
  proactive: {
    type: z.literal('proactive'),
    values: happeningValues.optional(),
    opening: openingSchema.optional(),
  },
  /** The time of a schedule entry has come. */
  schedule: { type: z.literal('schedule'), entry: blockIdSchema },
  /** The person who took over wrote or sent a file, or closed the conversation; `text` is empty then. */
  agent: {
    type: z.literal('agent'),
    action: z.enum(['message', 'close']),
    text,
    media: agentMedia.optional(),
  },
  delivery: {
    type: z.literal('delivery'),
    message: z.number().int(),
    status: z.enum(['sent', 'delivered', 'read', 'failed']),
    description: z.string().max(500).optional(),
  },
} as const

/** Anything that can happen to a conversation. */
export const happeningSchema = z.discriminatedUnion('type', [
  z.strictObject(HAPPENINGS.message),
  z.strictObject(HAPPENINGS.time),
  z.strictObject(HAPPENINGS.effect),
  z.strictObject(HAPPENINGS.event),
  z.strictObject(HAPPENINGS.referral),
  z.strictObject(HAPPENINGS.proactive),
  z.strictObject(HAPPENINGS.schedule),
  z.strictObject(HAPPENINGS.agent),
  z.strictObject(HAPPENINGS.delivery),
])
