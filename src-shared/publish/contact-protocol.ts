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

export type FindContacts = z.infer<typeof findContactsSchema>
export type FoundContacts = z.infer<typeof foundContactsSchema>
export type ContactExport = z.infer<typeof contactExportSchema>
export type EraseRequest = z.infer<typeof eraseRequestSchema>
export type Erased = z.infer<typeof erasedSchema>
