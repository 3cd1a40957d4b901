import { z } from 'zod'
import { hashSchema } from '../kit/hash.ts'
import { type TaskId, taskIdSchema } from './ids.ts'
import { CHANNELS, type Channel } from './settings.ts'

/** Requirements.md KAL-01. */
export const TASK_STATES = ['todo', 'in-review', 'blocked', 'done'] as const

/**
 * What is to be done before a bot meets its customers: `kyc` KAL-02, `channel` KAL-03, `templates` KAL-04, `waba`
 * KAL-05, `useCase` KAL-06 and KAL-07, `feasibility` KAL-08, `delivery` KAL-09, `optIn` NHN-35.
 */
export const STEPS = [
  'kyc',
  'channel',
  'waba',
  'templates',
  'optIn',
  'useCase',
  'feasibility',
  'delivery',
] as const

/** What shows that a step is done. Its bytes are kept by their hash, travel in packages, and never go to an engine. */
const evidenceSchema = z.strictObject({
  name: z.string().trim().min(1, 'a name is needed').max(240, 'file names hold at most 240 characters'),
  mime: z.string().regex(/^[a-z]+\/[a-z0-9.+-]{1,100}$/, 'expected a type such as application/pdf'),
  /** Bytes. */
  size: z.number().int().min(1).max(100_000_000),
  hash: hashSchema,
})

/**
 * What somebody said about one step of the onboarding checklist; not content (D-02). Which steps there are follows from
 * the bot (src-shared/onboarding/checklist.ts): a step nobody said anything about has no record.
 */
export const taskSchema = z.strictObject({
  id: taskIdSchema,
  type: z.literal('task'),
  step: z.enum(STEPS),
  /** Of a step that is taken for each channel; null for the others. */
  channel: z.enum(CHANNELS).nullable(),
  state: z.enum(TASK_STATES),
  owner: z.string().max(64, 'names hold at most 64 characters'),
  /** Of the calendar, `YYYY-MM-DD`. */
  date: z.iso.date().nullable(),
  evidence: evidenceSchema.nullable(),
  note: z.string().max(2000, 'notes hold at most 2000 characters'),
})

export type TaskRecord = Readonly<z.infer<typeof taskSchema>>
export type TaskState = (typeof TASK_STATES)[number]
export type Step = (typeof STEPS)[number]
export type Evidence = Readonly<z.infer<typeof evidenceSchema>>

/** One id per step and channel, so that what two people say of a step is joined and never stands there twice. */
export function taskIdOf(step: Step, channel: Channel | null): TaskId {
  return `task_${channel ? `${step}-${channel}` : step}` as TaskId
}
