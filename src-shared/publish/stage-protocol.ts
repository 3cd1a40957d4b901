import { z } from 'zod'
import { versionTextSchema } from '../lifecycle/version-number.ts'

/** What ends a stage by itself: of at least so many conversations, so many of a hundred met an error. */
export const rollBackAtSchema = z.strictObject({
  errorPercent: z.number().min(0.1).max(100),
  conversations: z.number().int().min(1).max(1_000_000),
})

/**
 * Lets a percentage of new conversations meet a published version while the active one stays active. The same contact
 * always gets the same; raising the percentage keeps those who are in it.
 */
export const stageRequestSchema = z
  .strictObject({
    version: versionTextSchema,
    percent: z.number().int().min(1).max(100),
    /** What the caller believes to be active, and staged; anything else is a conflict (409). */
    expectedActive: versionTextSchema,
    expectedStaged: versionTextSchema.nullable(),
    /** Null: it is only rolled back by hand. */
    rollBackAt: rollBackAtSchema.nullable(),
  })
  .meta({ id: 'StageRequest' })

/** For whom a version is staged, and when it is taken back by itself. */
export const stagingSchema = stageRequestSchema.pick({ percent: true, rollBackAt: true })

/** Takes a staged version back. `restart`: its conversations end, and the next message meets the active version. */
export const rollBackRequestSchema = z
  .strictObject({
    expectedStaged: versionTextSchema,
    reason: z.string().trim().min(1, 'a reason is needed').max(500),
    conversations: z.enum(['finish', 'restart']),
  })
  .meta({ id: 'RollBackRequest' })

/** Puts a version into an environment, if it is in the one before and the caller knows what is replaced. */
export const promoteRequestSchema = z
  .strictObject({ version: versionTextSchema, expected: versionTextSchema.nullable() })
  .meta({ id: 'PromoteRequest' })

/** A version that some new conversations meet; how many did, and how many of them met an error. */
export const stageSchema = z.object({
  version: versionTextSchema,
  percent: z.number().int(),
  since: z.number().int(),
  rollBackAt: rollBackAtSchema.nullable(),
  conversations: z.number().int(),
  failed: z.number().int(),
})

/** The version of each environment; null when there is none. */
export const environmentsSchema = z.object({
  draft: versionTextSchema.nullable(),
  test: versionTextSchema.nullable(),
  live: versionTextSchema.nullable(),
})

export type RollBackAt = z.infer<typeof rollBackAtSchema>
export type Staging = z.infer<typeof stagingSchema>
export type StageRequest = z.infer<typeof stageRequestSchema>
export type RollBackRequest = z.infer<typeof rollBackRequestSchema>
export type PromoteRequest = z.infer<typeof promoteRequestSchema>
export type Stage = z.infer<typeof stageSchema>
export type Environments = z.infer<typeof environmentsSchema>
