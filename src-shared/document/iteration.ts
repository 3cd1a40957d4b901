import { z } from 'zod'
import { hashSchema } from '../kit/hash.ts'
import { iterationIdSchema, testcaseIdSchema } from './ids.ts'

/** What the people of a review are to the bot (requirements.md KAL-06, KAL-07). */
export const REVIEW_ROLES = ['customer', 'consultant'] as const
export const ITERATION_STATES = ['in-review', 'changes-requested', 'approved'] as const

/** Somebody as they call themselves; no account, so no proof. */
export const personSchema = z.strictObject({
  name: z.string().trim().min(1, 'a name is needed').max(64, 'names hold at most 64 characters'),
  role: z.enum(REVIEW_ROLES).optional(),
})

const time = z.number().int().min(0)

/** One pass of a review (requirements.md KAL-07): a version that was submitted, and what came of it; not content (D-02). */
export const iterationSchema = z.strictObject({
  id: iterationIdSchema,
  type: z.literal('iteration'),
  /** From 1. Two of one number were made on two machines. */
  number: z.number().int().min(1).max(9999),
  /** The version that was frozen for it, such as `0.4`, and the hash of its content. */
  version: z.string().regex(/^\d{1,9}(\.\d{1,9})?$/, 'expected a version such as 0.4 or 1'),
  hash: hashSchema,
  at: time,
  by: personSchema,
  note: z.string().max(2000, 'notes hold at most 2000 characters'),
  state: z.enum(ITERATION_STATES),
  decidedBy: personSchema.optional(),
  decidedAt: time.optional(),
  /** Conversations kept as tests that show what it is about. */
  transcripts: z.array(testcaseIdSchema).max(500).optional(),
})

export type IterationRecord = Readonly<z.infer<typeof iterationSchema>>
export type IterationState = (typeof ITERATION_STATES)[number]
export type Person = Readonly<z.infer<typeof personSchema>>
