import { z } from 'zod'
import { botIdSchema } from '../../src-shared/document/ids.ts'
import { hashSchema } from '../../src-shared/kit/hash.ts'
import { versionTextSchema } from '../../src-shared/lifecycle/version-number.ts'
import { contactSchema } from '../../src-shared/publish/conversation-protocol.ts'

// What addresses hold between their slashes.

export const botPath = z.object({ bot: botIdSchema })
export const versionPath = z.object({ bot: botIdSchema, version: versionTextSchema })
export const conversationPath = z.object({ bot: botIdSchema, contact: contactSchema })
export const hashPath = z.object({ hash: hashSchema })

/** `?after=N`: the number of the last entry the caller has; absent for all. */
export const afterQuery = z.object({
  after: z.coerce.number<number>().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
})

/** `?before=N`: only what is older than that; absent for the newest. */
export const beforeQuery = z.object({
  before: z.coerce
    .number<number>()
    .int()
    .min(0)
    .max(Number.MAX_SAFE_INTEGER)
    .default(Number.MAX_SAFE_INTEGER),
})
