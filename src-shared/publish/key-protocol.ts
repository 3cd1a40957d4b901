import { z } from 'zod'
import { scopeSchema } from './scopes.ts'

/**
 * Keys of an engine, made and taken back by who has the scope `admin`. A signing key signs requests (protocol.ts); a
 * token is sent as `Authorization: Bearer <token>` where an address takes one. A secret is shown once, when it is made.
 */
export const KEY_KINDS = ['signing', 'token'] as const
export type KeyKind = (typeof KEY_KINDS)[number]

export const keyIdSchema = z.string().regex(/^key-[0-9a-f]{12}$/, 'expected an id like key-0123456789ab')

export const newKeyRequestSchema = z
  .strictObject({
    kind: z.enum(KEY_KINDS),
    /** Who or what uses it, for people. */
    label: z.string().trim().min(1, 'a label is needed').max(100),
    scopes: z.array(scopeSchema).min(1).max(20),
  })
  .meta({ id: 'NewKeyRequest' })

const HOUR_MS = 3_600_000

/** How long the secret used until now is accepted beside the new one, milliseconds; a day unless said otherwise. */
export const rotateKeyRequestSchema = z
  .strictObject({
    graceMs: z
      .number()
      .int()
      .min(0)
      .max(30 * 24 * HOUR_MS)
      .default(24 * HOUR_MS),
  })
  .meta({ id: 'RotateKeyRequest' })

export const apiKeySchema = z
  .object({
    key: keyIdSchema,
    kind: z.enum(KEY_KINDS),
    label: z.string(),
    scopes: z.array(scopeSchema),
    createdAt: z.number().int(),
    createdBy: z.string(),
    /** Until when an older secret is accepted beside the newest; null when there is none. */
    rotatingUntil: z.number().int().nullable(),
    revokedAt: z.number().int().nullable(),
  })
  .meta({ id: 'ApiKey' })

/** With what to sign or to send, which is shown this once. */
export const shownKeySchema = z.object({ key: apiKeySchema, secret: z.string() }).meta({ id: 'ShownKey' })

export const keyListSchema = z.object({ keys: z.array(apiKeySchema) }).meta({ id: 'KeyList' })

export type NewKeyRequest = z.infer<typeof newKeyRequestSchema>
export type RotateKeyRequest = z.infer<typeof rotateKeyRequestSchema>
export type ApiKey = z.infer<typeof apiKeySchema>
export type ShownKey = z.infer<typeof shownKeySchema>
export type KeyList = z.infer<typeof keyListSchema>
