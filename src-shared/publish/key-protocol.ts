import { z } from 'zod'
import { scopeSchema } from './scopes.ts'

/**
 * Keys of an engine, made and taken back by who has the scope `admin`. A signing key signs requests (protocol.ts); a
 * token is sent as `Authorization: Bearer <token>` where an address takes one. A secret is shown once, when it is made.
 */
export const KEY_KINDS = ['signing', 'token'] as const
export type KeyKind = (typeof KEY_KINDS)[number]

export const keyIdSchema = z.string().regex(/^key-[0-9a-f]{12}$/, 'expected an id like key-0123456789ab')

const IPV6 = z.union([z.ipv6(), z.cidrv6()])
const RANGE = z.union([z.ipv4(), z.cidrv4(), IPV6], {
  error: 'expected an address or a range like 10.1.0.0/16',
})

/** Trusted addresses and ranges, IPv4 and IPv6 (requirements.md NHN-142); none means everywhere. */
export const addressesSchema = z.array(RANGE).max(50)

export const newKeyRequestSchema = z
  .strictObject({
    kind: z.enum(KEY_KINDS),
    /** Who or what uses it, for people. */
    label: z.string().trim().min(1, 'a label is needed').max(100),
    scopes: z.array(scopeSchema).min(1).max(20),
    /** From where it may be used; everywhere unless given. */
    addresses: addressesSchema.default([]),
  })
  .meta({ id: 'NewKeyRequest' })

/** Who binds the key they come with has to be within. */
export const keyAddressesSchema = z
  .strictObject({ addresses: addressesSchema })
  .meta({ id: 'KeyAddressesRequest' })

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
    addresses: z.array(z.string()),
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
export type KeyAddresses = z.infer<typeof keyAddressesSchema>
export type RotateKeyRequest = z.infer<typeof rotateKeyRequestSchema>
export type ApiKey = z.infer<typeof apiKeySchema>
export type ShownKey = z.infer<typeof shownKeySchema>
export type KeyList = z.infer<typeof keyListSchema>
