import { z } from 'zod'
import { AUTH_KINDS } from './auth-kinds.ts'
import { type BlockId, blockIdSchema, ID_PREFIX, type StudyId, studyIdSchema } from './ids.ts'

export const VERDICTS = ['unknown', 'feasible', 'with-changes', 'not-feasible'] as const
export const REACHABLE = ['unknown', 'yes', 'no'] as const
export const STUDIED_AUTHS = ['unknown', 'none', ...AUTH_KINDS] as const

/**
 * Whether the system behind an integration block can do what the bot asks of it (requirements.md KAL-08); not content
 * (D-02). It never holds a secret: the kind of access is named, its value is not.
 */
export const studySchema = z.strictObject({
  id: studyIdSchema,
  type: z.literal('study'),
  /** It may be gone since. */
  block: blockIdSchema,
  reachable: z.enum(REACHABLE),
  auth: z.enum(STUDIED_AUTHS),
  /** How long one call took, milliseconds. */
  latencyMs: z.number().int().min(0).max(600_000).nullable(),
  /** What such a call sends or gets. */
  payload: z.string().max(10_000, 'samples hold at most 10000 characters'),
  /** In words, such as `100 a minute`. */
  rateLimit: z.string().max(200, 'at most 200 characters'),
  verdict: z.enum(VERDICTS),
  note: z.string().max(2000, 'notes hold at most 2000 characters'),
  /** Who gave the verdict, and when (epoch ms); empty and null before. */
  by: z.string().max(64, 'names hold at most 64 characters'),
  at: z.number().int().min(0).nullable(),
})

export type StudyRecord = Readonly<z.infer<typeof studySchema>>
export type Verdict = (typeof VERDICTS)[number]

/** One id per block, so that what two people found out is joined. */
export function studyIdOf(block: BlockId): StudyId {
  return `${ID_PREFIX.study}_${block.slice(ID_PREFIX.block.length + 1)}` as StudyId
}
