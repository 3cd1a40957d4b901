import { z } from 'zod'
import { integrationIdSchema, type Service, serviceIdSchema } from '../integrations/service.ts'
import {
  type AddedIntegration,
  type IntegrationChange,
  type IntegrationEvents,
  type IntegrationProof,
  type IntegrationView,
  integrationChangeSchema,
  type NewIntegration,
  newIntegrationSchema,
  newServiceSchema,
  replayEventsSchema,
  type ServiceChange,
  type StoredService,
  serviceChangeSchema,
  type VerifyIntegration,
  verifyIntegrationSchema,
} from '../publish/integration-protocol.ts'
import { call } from './call.ts'
import { engineIdSchema } from './engine-id.ts'

const ofEngine = z.strictObject({ engine: engineIdSchema })
const ofIntegration = ofEngine.extend({ integration: integrationIdSchema })
const ofService = ofEngine.extend({ service: serviceIdSchema })

type OfEngine = Readonly<{ engine: string }>
type OfIntegration = OfEngine & Readonly<{ integration: string }>

/**
 * What the window asks of the bots and desks elsewhere that an engine routes to. Secrets go to the engine and are kept
 * nowhere else; an incoming address comes once, in the answer of what made it.
 */
export const integrationCalls = {
  'live.integrations': call<OfEngine, readonly IntegrationView[]>(ofEngine),
  /** The proof that these values work, which saving them needs (requirements.md IMI-06). */
  'live.verifyIntegration': call<OfEngine & { values: VerifyIntegration }, IntegrationProof>(
    ofEngine.extend({ values: verifyIntegrationSchema }),
  ),
  'live.addIntegration': call<OfEngine & { values: NewIntegration }, AddedIntegration>(
    ofEngine.extend({ values: newIntegrationSchema }),
  ),
  'live.changeIntegration': call<OfIntegration & { change: IntegrationChange }, IntegrationView>(
    ofIntegration.extend({ change: integrationChangeSchema }),
  ),
  'live.pauseIntegration': call<OfIntegration & { isPaused: boolean }, IntegrationView>(
    ofIntegration.extend({ isPaused: z.boolean() }),
  ),
  /** Another incoming address; the one before ends. */
  'live.renewAddress': call<OfIntegration, string>(ofIntegration),
  'live.removeIntegration': call<OfIntegration, null>(ofIntegration),
  /** A page of what it was told, newest first; older than the one numbered `before`. */
  'live.integrationEvents': call<OfIntegration & { before: number | null }, IntegrationEvents>(
    ofIntegration.extend({ before: z.number().int().min(1).nullable() }),
  ),
  /** Tells these events again, or all that are dead; answers how many. */
  'live.replayEvents': call<OfIntegration & { events: number[] | null }, number>(
    ofIntegration.extend({ events: replayEventsSchema.shape.events.unwrap().nullable() }),
  ),
  'live.services': call<OfEngine, readonly StoredService[]>(ofEngine),
  'live.addService': call<OfEngine & { values: Service }, StoredService>(
    ofEngine.extend({ values: newServiceSchema }),
  ),
  'live.changeService': call<OfEngine & { service: string; change: ServiceChange }, StoredService>(
    ofService.extend({ change: serviceChangeSchema }),
  ),
  'live.removeService': call<OfEngine & { service: string }, null>(ofService),
}
