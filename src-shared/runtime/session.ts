import { z } from 'zod'
import { HANDOVER_REASONS } from '../blocks/effect.ts'
import { type BlockId, blockIdSchema } from '../document/ids.ts'
import { localeSchema, textSchema } from '../document/localized.ts'
import { CHANNELS } from '../document/settings.ts'
import { valueSchema } from '../document/value-schema.ts'
import { fault, ok, type Result } from '../kit/result.ts'

/** 2: times, channel, handover and what blocks note. Sessions of version 1 are read as they are. */
export const SESSION_VERSION = 2

const values = z.record(z.string().regex(/^[A-Z][A-Z0-9_]*$/), valueSchema)
const memo = z.record(z.string().max(64), valueSchema)
const count = z.number().int().min(0)
const at = z.number().int()
const shortText = z.string().max(300)

/**
 * Where a called flow goes on when it returns: at a port of the block that called, in the block itself (`#resume`),
 * in the block that was left for a digression (`#ask`), or in the handover it is the pre-chat dialog of (`#handover`).
 */
const frameSchema = z.strictObject({
  block: blockIdSchema,
  port: z.string().max(64),
  memo: memo.optional(),
})

/** A handover that is being made: presence, pre-chat dialog, presence again, the call (requirements.md CM-06…CM-12). */
const intakeSchema = z.strictObject({
  step: z.enum(['presence', 'preChat', 'recheck', 'call']),
  reason: z.enum(HANDOVER_REASONS),
  skill: shortText.nullable(),
  webstore: shortText.nullable(),
  channel: shortText,
  online: z.boolean(),
  /** When presence was last asked for, epoch ms. */
  checkedAt: at,
  /** Where the bot goes on when the handover is not made: a port, or `#ask` for the block that waited. */
  block: blockIdSchema.optional(),
  offline: z.string().max(64),
  failed: z.string().max(64),
})

/** What few sessions have. */
const moreSchema = z.strictObject({
  /** When the customer last wrote, where that is not `at`. */
  heardAt: at.optional(),
  /** What the customer last wrote, where a block of the bot asks for it. Characters are limited. */
  heard: textSchema.optional(),
  channel: z.enum(CHANNELS).optional(),
  /** When the waiting block is to be woken. */
  wakeAt: at.optional(),
  /** What the waiting block noted. */
  memo: memo.optional(),
  /** The effect whose result is waited for. */
  effect: shortText.optional(),
  /** Menus that led here, the oldest first, for going back. */
  trail: z.array(blockIdSchema).max(50).optional(),
  /** Answers in a row the bot did not understand (D-09), and messages of negative sentiment in a row. */
  misses: count.optional(),
  sour: count.optional(),
  intake: intakeSchema.optional(),
  /** While a person speaks: since when nobody has said anything, epoch ms (CM-15). */
  agentAt: at.optional(),
  optedOut: z.literal(true).optional(),
})

/**
 * All that is kept of a conversation between two turns: plain JSON, small, written by one version of a bot and
 * resumed on it. Members that say nothing are left out, which keeps an idle conversation at about a hundred bytes.
 */
const sessionSchema = z.strictObject({
  version: z.number().int(),
  state: z.enum(['asleep', 'open', 'closed']),
  /** The block that waits while the conversation is open. */
  block: blockIdSchema.optional(),
  /** Outermost call first. */
  stack: z.array(frameSchema).max(1000).optional(),
  /** Values by variable name, where they differ from the variable's initial one. */
  values: values.optional(),
  /** Answers the waiting block did not accept. */
  tries: count.optional(),
  /** Messages sent since the session began; numbers them. */
  sent: count.optional(),
  /** Blocks entered in this conversation. */
  steps: count.optional(),
  /** Absent: the bot's default locale. */
  locale: localeSchema.optional(),
  /** The id of the last input: the same one twice is answered once. */
  last: textSchema.optional(),
  /** When customer or bot last said something, epoch ms. */
  at: at.optional(),
  /** What few sessions have. */
  more: moreSchema.optional(),
})

export type Session = Readonly<z.infer<typeof sessionSchema>>
export type More = Readonly<z.infer<typeof moreSchema>>
export type Frame = Readonly<z.infer<typeof frameSchema>>
export type Intake = Readonly<z.infer<typeof intakeSchema>>

/** Reads a session from outside. One of a newer Parley is refused with both versions named. */
export function readSession(value: unknown): Result<Session> {
  const version = (value as { version?: unknown } | null)?.version
  if (typeof version === 'number' && version > SESSION_VERSION)
    return fault('session/too-new', `It has version ${version}; this Parley reads up to ${SESSION_VERSION}.`)
  const parsed = sessionSchema.safeParse(value)
  return parsed.success ? ok(parsed.data) : fault('session/invalid', parsed.error.issues[0]?.message)
}

/** The block a session is at; the empty id where it is at none. */
export const NOWHERE = 'block_none' as BlockId
