import { z } from 'zod'
import { botIdSchema } from '../document/ids.ts'
import { FAILURE_UNITS } from '../integrations/attempts.ts'
import { CONVERSATION_TYPES } from '../integrations/payloads.ts'
import { integrationIdSchema, serviceIdSchema, serviceSchema } from '../integrations/service.ts'

/**
 * Bots and agent desks elsewhere, and the services that route to them. Signed like the publish protocol (protocol.ts),
 * with a key of scope `integrations`.
 *
 * | method and path | body | answer |
 * |---|---|---|
 * | GET /v1/integrations | – | IntegrationList |
 * | POST /v1/integrations/verify | VerifyIntegration | IntegrationProof |
 * | POST /v1/integrations | NewIntegration | AddedIntegration |
 * | GET /v1/integrations/:integration | – | Integration |
 * | PUT /v1/integrations/:integration | IntegrationChange | Integration |
 * | DELETE /v1/integrations/:integration | – | Gone |
 * | POST /v1/integrations/:integration/pause, …/resume | – | Integration |
 * | POST /v1/integrations/:integration/address | – | IncomingAddress |
 * | GET /v1/integrations/:integration/events?before=&state= | – | IntegrationEvents |
 * | POST /v1/integrations/:integration/replay | ReplayEvents | ReplayedEvents |
 * | GET, POST /v1/services | –, Service | ServiceList, StoredService |
 * | PUT, DELETE /v1/services/:service | ServiceChange, – | StoredService, Gone |
 * | GET /v1/bots/:bot/conversations/:contact/routing | – | ContactRouting |
 *
 * Values are verified first and saved with the proof of it, which is good for these values only (requirements.md
 * IMI-06). Secrets go in and never come out.
 */
export const PLATFORMS = ['engine', 'own', 'other', 'ccsp'] as const
/**
 * `engine`: a bot of this engine. `own`: one's bot elsewhere, which is sent an access token with every request (IMI-04).
 * `other`: a bot of another platform, which sends a verification token back (IMI-05). `ccsp`: an agent desk elsewhere.
 */
export type Platform = (typeof PLATFORMS)[number]

const name = z.string().trim().min(1).max(80)
const secret = z
  .string()
  .regex(/^[\x21-\x7e]{8,1024}$/, 'expected 8 to 1,024 printable characters without spaces')
const url = z.string().min(1).max(2000)

/** What is verified, and what a proof is for. */
const values = {
  platform: z.enum(PLATFORMS),
  bot: botIdSchema.optional(),
  url: url.optional(),
  /** Sent as `Authorization: Bearer`; the key of signatures for a desk. */
  accessToken: secret.optional(),
  verificationToken: secret.optional(),
}

/** With `integration` the secrets that are absent are those it has. */
export const verifyIntegrationSchema = z
  .strictObject({ ...values, integration: integrationIdSchema.optional() })
  .meta({ id: 'VerifyIntegration' })

export const integrationProofSchema = z
  .object({ proof: z.string(), goodUntil: z.number().int(), durationMs: z.number().int() })
  .meta({ id: 'IntegrationProof' })

const proof = z.string().min(1).max(100)
const failureUnit = z.enum(FAILURE_UNITS)

export const newIntegrationSchema = z
  .strictObject({ ...values, name, proof, failureUnit: failureUnit.default('attempt') })
  .meta({ id: 'NewIntegration' })

/** A name may change alone; anything of the connection needs its proof, and so does making it active again (IMI-18). */
export const integrationChangeSchema = z
  .strictObject({
    name: name.optional(),
    failureUnit: failureUnit.optional(),
    connection: z
      .strictObject({
        bot: values.bot,
        url: values.url,
        accessToken: values.accessToken,
        verificationToken: values.verificationToken,
        proof,
      })
      .optional(),
  })
  .meta({ id: 'IntegrationChange' })

const time = z.number().int().nullable()

export const integrationSchema = z
  .object({
    id: integrationIdSchema,
    name,
    platform: z.enum(PLATFORMS),
    bot: z.string().nullable(),
    url: z.string(),
    /** Which secrets are set. */
    secrets: z.array(z.enum(['accessToken', 'verificationToken'])),
    /** `inactive`: five failures in a row; `paused`: by a person. */
    state: z.enum(['active', 'inactive', 'paused']),
    failures: z.number().int(),
    failureUnit,
    verifiedAt: time,
    lastDoneAt: time,
    lastError: z.string().nullable(),
    lastErrorAt: time,
    createdAt: z.number().int(),
    changedAt: z.number().int(),
    /** How many events there are of each state. */
    events: z.object({
      waiting: z.number().int(),
      held: z.number().int(),
      done: z.number().int(),
      dead: z.number().int(),
    }),
    /** The services it is mapped to. */
    services: z.array(z.object({ id: serviceIdSchema, name: z.string() })),
  })
  .meta({ id: 'Integration' })

export const integrationListSchema = z
  .object({ integrations: z.array(integrationSchema) })
  .meta({ id: 'IntegrationList' })

/** The address its events come in by; shown here only. Empty for a desk and for a bot of this engine. */
export const incomingAddressSchema = z.object({ incomingUrl: z.string() }).meta({ id: 'IncomingAddress' })

export const addedIntegrationSchema = integrationSchema
  .extend({ incomingUrl: z.string() })
  .meta({ id: 'AddedIntegration' })

export const goneSchema = z.object({ gone: z.literal(true) }).meta({ id: 'Gone' })

export const EVENT_STATES = ['waiting', 'held', 'done', 'dead'] as const

/** What was told, with every attempt. `payload` is the body as it is sent. */
export const integrationEventsSchema = z
  .object({
    events: z.array(
      z.object({
        seq: z.number().int(),
        id: z.string(),
        conversation: z.string(),
        bot: z.string(),
        contact: z.string(),
        payload: z.looseObject({}),
        state: z.enum(EVENT_STATES),
        error: z.string().nullable(),
        at: z.number().int(),
        dueAt: z.number().int(),
        doneAt: time,
        attempts: z.array(
          z.object({
            number: z.number().int(),
            at: z.number().int(),
            durationMs: z.number().int(),
            outcome: z.string(),
            status: z.number().int().nullable(),
            excerpt: z.string(),
          }),
        ),
      }),
    ),
    more: z.boolean(),
  })
  .meta({ id: 'IntegrationEvents' })

/** Events of this integration, dead or done, to be told again; absent: all that are dead. */
export const replayEventsSchema = z
  .strictObject({ events: z.array(z.number().int().min(1)).min(1).max(500).optional() })
  .meta({ id: 'ReplayEvents' })
export const replayedEventsSchema = z.object({ replayed: z.number().int() }).meta({ id: 'ReplayedEvents' })

export const newServiceSchema = serviceSchema.meta({ id: 'Service' })

/** `revision` is that of the service as it was seen. */
export const serviceChangeSchema = serviceSchema
  .extend({ revision: z.number().int() })
  .meta({ id: 'ServiceChange' })

export const storedServiceSchema = serviceSchema
  .extend({ id: serviceIdSchema, revision: z.number().int() })
  .meta({ id: 'StoredService' })

export const serviceListSchema = z
  .object({ services: z.array(storedServiceSchema) })
  .meta({ id: 'ServiceList' })

/** Where a contact stands: who gets what they write, and the conversations with bots and agents, the oldest first. */
export const contactRoutingSchema = z
  .object({
    asset: z.string().nullable(),
    service: serviceIdSchema.nullable(),
    flag: z.enum(CONVERSATION_TYPES),
    conversations: z.array(
      z.object({
        id: z.string(),
        type: z.enum(CONVERSATION_TYPES),
        asset: z.string(),
        service: z.string(),
        integration: z.string().nullable(),
        openedAt: z.number().int(),
        closedAt: time,
      }),
    ),
  })
  .meta({ id: 'ContactRouting' })

/** What a bot elsewhere is answered when its event was taken; `messageid` is what delivery reports call its message. */
export const botEventTakenSchema = z.object({ messageid: z.string() }).meta({ id: 'BotEventTaken' })

export type IntegrationState = IntegrationView['state']
export type SecretOfIntegration = IntegrationView['secrets'][number]
export type IntegrationProof = z.infer<typeof integrationProofSchema>
export type AddedIntegration = z.infer<typeof addedIntegrationSchema>
export type IntegrationEvents = z.infer<typeof integrationEventsSchema>
export type IntegrationEvent = IntegrationEvents['events'][number]
export type StoredService = z.infer<typeof storedServiceSchema>
export type ServiceChange = z.infer<typeof serviceChangeSchema>
export type VerifyIntegration = z.infer<typeof verifyIntegrationSchema>
export type NewIntegration = z.infer<typeof newIntegrationSchema>
export type IntegrationChange = z.infer<typeof integrationChangeSchema>
export type IntegrationView = z.infer<typeof integrationSchema>
