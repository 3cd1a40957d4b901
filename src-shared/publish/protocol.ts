import { z } from 'zod'
import { botIdSchema } from '../document/ids.ts'
import { hashSchema } from '../kit/hash.ts'
import { VERSION_STATES } from '../lifecycle/lifecycle.ts'
import { versionTextSchema } from '../lifecycle/version-number.ts'
import { scopeSchema } from './scopes.ts'
import { environmentsSchema, stageSchema } from './stage-protocol.ts'

/**
 * The publish protocol, version 1 (design/engine.md). Requests are signed as requirements.md NHN-140 has it:
 * `X-Parley-Key: <key id>` and `X-Signature: t=<unix s>,v1=<hex HMAC-SHA256(secret, t + "." + raw body)>`; a request
 * without a body signs the empty one.
 *
 * - `t` is at most five minutes from the engine's clock. It may carry a decimal fraction, so that two equal requests
 *   within one second have two signatures.
 * - A signature of a PUT or POST is taken once, whatever its path; the second time is 409 `request/replayed`. Send
 *   again with a new `t`. GET changes nothing and may be repeated with the same signature.
 * - Failures are problem documents (RFC 9457) with a stable `code`: 401 key or signature, 403 the key's scopes, 404,
 *   409 the present state does not allow it, 413, 415, 422 the bundle has problems, 429.
 *
 * An engine serves all of its addresses, shapes and failures as OpenAPI 3.1 at GET /v1/openapi.json, which needs no key.
 *
 * Files that blocks send are uploaded before the bundle that names them; one whose files are missing is 422. Everyone may
 * then get them at `/media/:hash`, as channels do.
 *
 * Conversations are in conversation-protocol.ts.
 */
export const PROTOCOL_VERSION = 1

/** Bytes of one request; a bundle of 10,000 blocks has about 5 million. */
export const MAX_REQUEST_BYTES = 40_000_000

export const publishRequestSchema = z
  .strictObject({
    name: z.string().min(1).max(64),
    hash: hashSchema,
    /** Canonical JSON of the content, as one string so that its bytes survive. */
    bundle: z.string(),
    note: z.string().max(2000),
  })
  .meta({ id: 'PublishRequest' })

/** A file by the SHA-256 of its bytes; at most 25 MB. Its type is told by its bytes. */
export const fileUploadSchema = z.strictObject({ base64: z.string() }).meta({ id: 'FileUpload' })

export const fileStatusSchema = z.object({ hash: hashSchema, isHere: z.boolean() }).meta({ id: 'FileStatus' })

export const activateRequestSchema = z
  .strictObject({
    version: versionTextSchema,
    /** The version the caller believes to be active; another one is a conflict (409), so that two cannot both win. */
    expectedActive: versionTextSchema.nullable(),
    /** What becomes of open conversations (KAL-14); without it they finish on their version. */
    conversations: z.enum(['finish', 'restart']).optional(),
  })
  .meta({ id: 'ActivateRequest' })

/** requirements.md KAL-16. `finish`: open conversations go on to their end; `end`: they are closed with the message. */
export const deactivateRequestSchema = z
  .strictObject({
    reason: z.string().trim().min(1, 'a reason is needed').max(500),
    conversations: z.enum(['finish', 'end']),
    message: z.string().max(4096),
  })
  .meta({ id: 'DeactivateRequest' })

export const engineInfoSchema = z
  .object({
    engine: z.string(),
    protocol: z.number().int(),
    documentVersion: z.number().int(),
    account: z.string(),
    /** The version of its program, the key the question was signed with and what that may do; absent from older engines. */
    version: z.string().optional(),
    key: z.string().optional(),
    scopes: z.array(scopeSchema).optional(),
  })
  .meta({ id: 'EngineInfo' })

export const versionStatusSchema = z
  .object({
    version: versionTextSchema,
    hash: hashSchema,
    state: z.enum(VERSION_STATES),
    derivedFrom: versionTextSchema.nullable(),
    at: z.number().int(),
  })
  .meta({ id: 'VersionStatus' })

export const botStatusSchema = z
  .object({
    bot: botIdSchema,
    name: z.string(),
    active: versionTextSchema.nullable(),
    versions: z.array(versionStatusSchema),
    /** Where people can talk to the bot. */
    chatUrl: z.string(),
    /** Which version is where; absent from engines without environments. */
    environments: environmentsSchema.optional(),
    /** The version that a percentage of new conversations meet; absent from engines without stages. */
    stage: stageSchema.nullable().optional(),
  })
  .meta({ id: 'BotStatus' })

export const botListSchema = z.object({ bots: z.array(botStatusSchema) }).meta({ id: 'BotList' })

/** Every transition of a bot's versions: who, when, from where to where, and why (requirements.md KAL-18). */
export const botHistorySchema = z
  .object({
    entries: z.array(
      z.object({
        at: z.number().int(),
        key: z.string(),
        action: z.string(),
        version: z.string(),
        detail: z.record(z.string(), z.unknown()),
      }),
    ),
  })
  .meta({ id: 'BotHistory' })

/** RFC 9457, with `code` to tell faults apart by and `message`, title and detail in one. Older engines send these two. */
export const problemDocumentSchema = z
  .object({
    type: z.string().optional(),
    title: z.string().optional(),
    status: z.number().int().optional(),
    detail: z.string().optional(),
    code: z.string(),
    message: z.string(),
    problems: z
      .array(z.object({ code: z.string(), message: z.string(), pointer: z.string().optional() }))
      .optional(),
  })
  .meta({ id: 'ProblemDocument' })

export type PublishRequest = z.infer<typeof publishRequestSchema>
export type FileUpload = z.infer<typeof fileUploadSchema>
export type FileStatus = z.infer<typeof fileStatusSchema>
export type ActivateRequest = z.infer<typeof activateRequestSchema>
export type DeactivateRequest = z.infer<typeof deactivateRequestSchema>
export type EngineInfo = z.infer<typeof engineInfoSchema>
export type BotStatus = z.infer<typeof botStatusSchema>
export type BotList = z.infer<typeof botListSchema>
export type BotHistory = z.infer<typeof botHistorySchema>
export type ProblemDocument = z.infer<typeof problemDocumentSchema>
