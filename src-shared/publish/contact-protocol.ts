import { z } from 'zod'
import { botIdSchema } from '../document/ids.ts'
import { valueSchema } from '../document/value-schema.ts'
import { VALUE_TYPES } from '../kit/value.ts'
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

/** Why is for the audit log: without anybody's name. */
export const restrictRequestSchema = eraseRequestSchema.meta({ id: 'RestrictContactRequest' })

/** That what is kept of a person is kept, and nothing else is done with it. */
export const restrictionSchema = z.object(legalHoldSchema.shape).meta({ id: 'Restriction' })
export const restrictionsSchema = z
  .object({ restrictions: z.array(restrictionSchema) })
  .meta({ id: 'Restrictions' })

const nameSchema = z.string().trim().min(1, 'a name is needed').max(200)
const numberSchema = z.string().trim().min(1, 'a number is needed').max(64)
const variableSchema = z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'expected the name of a variable')

/** What was wrong and what is right; in every conversation where it is not said of which. */
export const rectifyRequestSchema = z
  .strictObject({
    contact: contactSchema,
    /** Why, for the audit log, which never says the values: without anybody's name. */
    reason: z.string().trim().min(1, 'a reason is needed').max(500),
    name: nameSchema.optional(),
    number: numberSchema.optional(),
    /** Of the conversation of a bot with one of the person's names; null empties it. */
    values: z
      .array(
        z.strictObject({
          bot: botIdSchema,
          contact: contactSchema,
          name: variableSchema,
          value: valueSchema,
        }),
      )
      .max(100)
      .optional(),
  })
  .refine(
    ({ name, number, values = [] }) => name !== undefined || number !== undefined || values.length > 0,
    'say what is to be corrected',
  )
  .meta({ id: 'RectifyContactRequest' })

export const rectifiedSchema = z
  .object({
    at: z.number().int(),
    /** Conversations in which something was corrected. */
    conversations: z.number().int(),
    /** Received messages whose profile was corrected. */
    profiles: z.number().int(),
  })
  .meta({ id: 'RectifiedContact' })

const at = z.number().int()

/** What is kept of a person in short, to see it and to decide; everything is in the export. */
export const personSchema = z
  .object({
    contact: contactSchema,
    at,
    name: z.string().nullable(),
    number: z.string().nullable(),
    conversations: z.array(
      z.object({
        bot: botIdSchema,
        botName: z.string(),
        contact: contactSchema,
        state: z.string(),
        messages: z.number().int(),
        heardAt: at.nullable(),
        /** What the bot knows besides; a secret without its value. */
        values: z.array(
          z.object({
            name: z.string(),
            type: z.enum(VALUE_TYPES),
            isSecret: z.boolean(),
            value: valueSchema,
          }),
        ),
      }),
    ),
    addresses: z.array(z.object({ channel: z.string(), address: z.string(), sort: z.string() })),
    /** What they agreed to or took back, the newest last. */
    consents: z.array(
      z.object({ channel: z.string(), category: z.string(), consent: z.string(), source: z.string(), at }),
    ),
    /** Rows of each table. */
    records: z.record(z.string(), z.number().int()),
    files: z.number().int(),
    hold: legalHoldSchema.nullable(),
    restriction: restrictionSchema.nullable(),
  })
  .meta({ id: 'Person' })

export const legalHoldsSchema = z.object({ holds: z.array(legalHoldSchema) }).meta({ id: 'LegalHolds' })

export type ContactPageLanguage = z.infer<typeof contactPageQuery>['language']
export type FindContacts = z.infer<typeof findContactsSchema>
export type FoundContacts = z.infer<typeof foundContactsSchema>
export type ContactExport = z.infer<typeof contactExportSchema>
export type EraseRequest = z.infer<typeof eraseRequestSchema>
export type HoldRequest = z.infer<typeof holdRequestSchema>
export type Erased = z.infer<typeof erasedSchema>
export type RestrictRequest = z.infer<typeof restrictRequestSchema>
export type RectifyRequest = z.infer<typeof rectifyRequestSchema>
export type Rectified = z.infer<typeof rectifiedSchema>
export type LegalHoldView = z.infer<typeof legalHoldSchema>
export type PersonView = z.infer<typeof personSchema>
