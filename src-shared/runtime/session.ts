import { z } from 'zod'
import { type BlockId, blockIdSchema } from '../document/ids.ts'
import { localeSchema, textSchema } from '../document/localized.ts'
import { valueSchema } from '../document/records.ts'
import { fault, ok, type Result } from '../kit/result.ts'
import type { Value } from '../kit/value.ts'

export const SESSION_VERSION = 1

/** Where a called flow goes on when it returns. */
export type Frame = Readonly<{ block: BlockId; port: string }>

/**
 * All that is kept of a conversation between two turns: plain JSON, small, written by one version of a bot and
 * resumed on it. Members that say nothing are left out, which keeps an idle conversation at about a hundred bytes.
 */
export type Session = Readonly<{
  version: number
  state: 'asleep' | 'open' | 'closed'
  /** The block that waits for the customer while the conversation is open. */
  block?: BlockId
  /** Outermost call first. */
  stack?: readonly Frame[]
  /** Values by variable name, where they differ from the variable's initial one. */
  values?: Readonly<Record<string, Value>>
  /** Answers the waiting block did not accept. */
  tries?: number
  /** Messages sent since the session began; numbers them. */
  sent?: number
  /** Blocks entered in this conversation. */
  steps?: number
  /** Absent: the bot's default locale. */
  locale?: string
  /** The id of the last input: the same one twice is answered once. */
  last?: string
}>

const sessionSchema = z.strictObject({
  version: z.number().int(),
  state: z.enum(['asleep', 'open', 'closed']),
  block: blockIdSchema.optional(),
  stack: z
    .array(z.strictObject({ block: blockIdSchema, port: z.string().max(64) }))
    .max(1000)
    .optional(),
  values: z.record(z.string().regex(/^[A-Z][A-Z0-9_]*$/), valueSchema).optional(),
  tries: z.number().int().min(0).optional(),
  sent: z.number().int().min(0).optional(),
  steps: z.number().int().min(0).optional(),
  locale: localeSchema.optional(),
  last: textSchema.optional(),
})

/** Reads a session from outside. One of a newer Parley is refused with both versions named. */
export function readSession(value: unknown): Result<Session> {
  const version = (value as { version?: unknown } | null)?.version
  if (typeof version === 'number' && version > SESSION_VERSION)
    return fault('session/too-new', `It has version ${version}; this Parley reads up to ${SESSION_VERSION}.`)
  const parsed = sessionSchema.safeParse(value)
  return parsed.success ? ok(parsed.data) : fault('session/invalid', parsed.error.issues[0]?.message)
}
