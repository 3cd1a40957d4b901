import { z } from 'zod'
import { commentIdSchema, iterationIdSchema } from './ids.ts'
import { personSchema } from './iteration.ts'
import { localeSchema } from './localized.ts'

export const COMMENT_STATES = ['open', 'resolved', 'wont-fix'] as const
export const COMMENT_KINDS = ['comment', 'suggestion'] as const

const recordId = z.string().min(1).max(64)
const time = z.number().int().min(0)

/**
 * What a comment is about. What it names may be gone since: the comment stays, as an orphan. An edge is named by the
 * port it leaves (docs/decisions/0018), so a comment stays with it when it is led elsewhere.
 */
export const commentPlaceSchema = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('bot') }),
  z.strictObject({
    on: z.literal('record'),
    record: recordId,
    /** A field of it; items of lists by their ids. */
    path: z.array(z.string().min(1).max(100)).min(1).max(12).optional(),
    /** One language of a text. */
    locale: localeSchema.optional(),
  }),
  z.strictObject({ on: z.literal('edge'), block: recordId, port: z.string().max(64) }),
  /** A step of a test, from 0. */
  z.strictObject({ on: z.literal('turn'), test: recordId, step: z.number().int().min(0).max(499) }),
])

/** The fields of a comment but the changes it suggests (`commentSchema` in records.ts). */
export const commentFields = {
  id: commentIdSchema,
  type: z.literal('comment'),
  /** The pass it was made in. */
  iteration: iterationIdSchema,
  /** The comment it answers, which answers none; null for the first of a thread. */
  thread: commentIdSchema.nullable(),
  at: time,
  by: personSchema,
  kind: z.enum(COMMENT_KINDS),
  /** Markup of messages is not read in it. */
  text: z.string().max(5000, 'comments hold at most 5000 characters'),
  place: commentPlaceSchema,
  /** While it is open, the iteration is not approved. Of the first of a thread. */
  blocking: z.boolean(),
  /** Of the first of a thread; answers are always open. */
  state: z.enum(COMMENT_STATES),
  stateBy: personSchema.optional(),
  stateAt: time.optional(),
  /** When its words were changed. Of two copies, the one whose times include all of the other's is the later. */
  edits: z.array(time).max(200).optional(),
}

export type CommentPlace = Readonly<z.infer<typeof commentPlaceSchema>>
export type CommentState = (typeof COMMENT_STATES)[number]
export type CommentKind = (typeof COMMENT_KINDS)[number]
