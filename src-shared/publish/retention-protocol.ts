import { z } from 'zod'

/**
 * How long an engine keeps what it knows of people (requirements.md NHN-144), by the class of data, in days; null keeps it for
 * ever. `conversations`: what was said and what is known of who said it; `channelEvents`: the event logs of channels and
 * integrations, and what was sent to them; `deskChats`: what agents were told and noted; `files`: what people sent.
 */
export const RETENTION_CLASSES = ['conversations', 'channelEvents', 'deskChats', 'files'] as const
export type RetentionClass = (typeof RETENTION_CLASSES)[number]

/** Less would take away what is still needed: the seven days agents may answer in, a file that is under way. */
export const LEAST_DAYS: Readonly<Record<RetentionClass, number>> = {
  conversations: 1,
  channelEvents: 8,
  deskChats: 1,
  files: 2,
}
export const MOST_DAYS = 36_500

const days = (name: RetentionClass) => z.number().int().min(LEAST_DAYS[name]).max(MOST_DAYS).nullable()
const classes = {
  conversations: days('conversations'),
  channelEvents: days('channelEvents'),
  deskChats: days('deskChats'),
  files: days('files'),
}

export const retentionDaysSchema = z.object(classes)
/** What is absent stays. */
export const retentionChangeSchema = z.strictObject(classes).partial().meta({ id: 'RetentionChange' })

export const retentionSchema = z
  .object({
    days: retentionDaysSchema,
    /** When what is older was removed last; null for never. */
    ranAt: z.number().int().nullable(),
  })
  .meta({ id: 'Retention' })

const count = z.number().int()
/** Rows and files that were removed or blotted out. */
export const retentionRunSchema = z
  .object({
    removed: z.object({ conversations: count, channelEvents: count, deskChats: count, files: count }),
    at: z.number().int(),
  })
  .meta({ id: 'RetentionRun' })

export type RetentionDays = z.infer<typeof retentionDaysSchema>
export type RetentionChange = z.infer<typeof retentionChangeSchema>
export type Retention = z.infer<typeof retentionSchema>
export type RetentionRun = z.infer<typeof retentionRunSchema>
