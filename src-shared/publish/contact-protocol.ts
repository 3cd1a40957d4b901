import { z } from 'zod'
import { botIdSchema } from '../document/ids.ts'
import { contactSchema } from './conversation-protocol.ts'

/**
 * What an engine knows of a person, to be given to them or taken away when they ask (requirements.md NHN-144). A
 * contact is found by a part of their name, of a phone number or id, or of what a channel called them.
 */
export const findContactsSchema = z.object({
  find: z.string().trim().min(1).max(128),
  bot: botIdSchema.optional(),
})

export const foundContactsSchema = z
  .object({
    contacts: z.array(
      z.object({ bot: botIdSchema, contact: contactSchema, lastNumber: z.number().int(), state: z.string() }),
    ),
    /** Whether there are more than these. */
    more: z.boolean(),
  })
  .meta({ id: 'FoundContacts' })

const recordSchema = z.record(z.string(), z.unknown())

/** Everything, table by table, as it is kept; secret answers were never kept. */
export const contactExportSchema = z
  .object({
    contact: contactSchema,
    at: z.number().int(),
    records: z.record(z.string(), z.array(recordSchema)),
    /** What they sent besides texts, at addresses of this engine. */
    files: z.array(z.object({ hash: z.string(), mime: z.string(), size: z.number().int(), url: z.string() })),
  })
  .meta({ id: 'ContactExport' })

export const eraseRequestSchema = z
  .strictObject({
    contact: contactSchema,
    /** Why, for the audit log, which is never erased: without anybody's name. */
    reason: z.string().trim().min(1, 'a reason is needed').max(500),
  })
  .meta({ id: 'EraseContactRequest' })

export const erasedSchema = z
  .object({
    /** What the person is called by what stays; null when the engine knew nothing of them. */
    erased: z.string().nullable(),
    at: z.number().int(),
    /** Rows of each table that said something of them. */
    records: z.record(z.string(), z.number().int()),
  })
  .meta({ id: 'ErasedContact' })

/** `?language=…` of the page; how it names what is on it. */
export const contactPageQuery = z.object({ language: z.enum(['en', 'pt-BR', 'es']).default('en') })

/** Why is for the audit log: without anybody's name. */
export const holdRequestSchema = eraseRequestSchema.meta({ id: 'HoldContactRequest' })

export const legalHoldSchema = z
  .object({
    /** What the audit log calls it. */
    id: z.string(),
    /** In whichever environment. */
    contact: contactSchema,
    reason: z.string(),
    /** The key it was placed with. */
    key: z.string(),
    at: z.number().int(),
  })
  .meta({ id: 'LegalHold' })

export const legalHoldsSchema = z.object({ holds: z.array(legalHoldSchema) }).meta({ id: 'LegalHolds' })

export type ContactPageLanguage = z.infer<typeof contactPageQuery>['language']
export type FindContacts = z.infer<typeof findContactsSchema>
export type FoundContacts = z.infer<typeof foundContactsSchema>
export type ContactExport = z.infer<typeof contactExportSchema>
export type EraseRequest = z.infer<typeof eraseRequestSchema>
export type HoldRequest = z.infer<typeof holdRequestSchema>
export type Erased = z.infer<typeof erasedSchema>
