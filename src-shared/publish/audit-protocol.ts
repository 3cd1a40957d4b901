import { z } from 'zod'
import { botIdSchema } from '../document/ids.ts'
import { versionTextSchema } from '../lifecycle/version-number.ts'

const timeSchema = z.coerce.number<number>().int().min(0).max(Number.MAX_SAFE_INTEGER)

/** `?before=N&limit=N`, and what entries must be like; `action=key.` asks for all that begin with it. Times are epoch ms. */
export const auditQuerySchema = z.object({
  before: timeSchema.default(Number.MAX_SAFE_INTEGER),
  limit: z.coerce.number<number>().int().min(1).max(500).default(100),
  key: z.string().min(1).max(100).optional(),
  action: z.string().min(1).max(100).optional(),
  bot: botIdSchema.optional(),
  since: timeSchema.optional(),
  until: timeSchema.optional(),
})

/** What entries must be like, without where a page begins. */
export const auditFilterSchema = z.strictObject({
  ...auditQuerySchema.omit({ before: true, limit: true }).shape,
  limit: z.number().int().min(1).max(500).optional(),
})

/** Who did what, the newest first (requirements.md NHN-143). */
export const auditPageSchema = z
  .object({
    entries: z.array(
      z.object({
        id: z.number().int(),
        at: z.number().int(),
        /** The key it was done with. */
        key: z.string(),
        action: z.string(),
        /** Empty for what was done to the engine itself. */
        bot: z.string(),
        version: z.string(),
        detail: z.record(z.string(), z.unknown()),
      }),
    ),
    /** Asks for what is older; null at the end. */
    before: z.number().int().nullable(),
  })
  .meta({ id: 'AuditPage' })

/** Whether every entry fits the chain of those before it. */
export const auditVerdictSchema = z
  .object({
    entries: z.number().int(),
    broken: z.number().int().nullable(),
    head: z.string(),
  })
  .meta({ id: 'AuditVerdict' })

/** What people do in a designer that a company wants to know of. */
export const DESIGNER_ACTIONS = ['save', 'publish', 'activate', 'stage', 'deactivate', 'export'] as const

/** What somebody did with a bot, by the clock of their computer. The id is one of chance. */
export const designerEventSchema = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  bot: botIdSchema,
  action: z.enum(DESIGNER_ACTIONS),
  /** Empty where it was no version. */
  version: z.union([versionTextSchema, z.literal('')]),
  detail: z.record(z.string().max(40), z.union([z.string().max(500), z.number(), z.null()])),
  actor: z.string().trim().min(1).max(64),
  at: timeSchema,
})

export const designerEventsSchema = z
  .strictObject({ events: z.array(designerEventSchema).min(1).max(100) })
  .meta({ id: 'DesignerEvents' })

export const eventsTakenSchema = z.object({ taken: z.number().int() }).meta({ id: 'EventsTaken' })

export type DesignerEvent = z.infer<typeof designerEventSchema>
export type AuditFilter = z.infer<typeof auditFilterSchema>
export type AuditVerdict = z.infer<typeof auditVerdictSchema>
export type AuditPage = z.infer<typeof auditPageSchema>
