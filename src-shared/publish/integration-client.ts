import type { Service } from '../integrations/service.ts'
import { ok, type Result } from '../kit/result.ts'
import {
  type AddedIntegration,
  addedIntegrationSchema,
  goneSchema,
  type IntegrationChange,
  type IntegrationEvents,
  type IntegrationProof,
  type IntegrationView,
  incomingAddressSchema,
  integrationEventsSchema,
  integrationListSchema,
  integrationProofSchema,
  integrationSchema,
  type NewIntegration,
  replayedEventsSchema,
  type ServiceChange,
  type StoredService,
  serviceListSchema,
  storedServiceSchema,
  type VerifyIntegration,
} from './integration-protocol.ts'
import type { EngineCall } from './publish-client.ts'

/** The part of LiveClient that looks after bots and desks elsewhere, and after the services that route to them. */
export interface IntegrationClient {
  /** All of the engine: they belong to no bot of it. */
  integrations(): Promise<Result<readonly IntegrationView[]>>
  verifyIntegration(values: VerifyIntegration): Promise<Result<IntegrationProof>>
  addIntegration(values: NewIntegration): Promise<Result<AddedIntegration>>
  changeIntegration(integration: string, change: IntegrationChange): Promise<Result<IntegrationView>>
  /** Holds everything for it, or lets what was held go out. */
  pauseIntegration(integration: string, isPaused: boolean): Promise<Result<IntegrationView>>
  /** Answers the new incoming address; the one before ends. */
  renewAddress(integration: string): Promise<Result<string>>
  removeIntegration(integration: string): Promise<Result<null>>
  /** What it was told, the newest first; older than the one numbered `before`, where it is given. */
  integrationEvents(integration: string, before: number | null): Promise<Result<IntegrationEvents>>
  /** Tells again: these events, or all that are dead. Answers how many. */
  replayEvents(integration: string, events: number[] | null): Promise<Result<number>>
  services(): Promise<Result<readonly StoredService[]>>
  addService(values: Service): Promise<Result<StoredService>>
  changeService(service: string, change: ServiceChange): Promise<Result<StoredService>>
  removeService(service: string): Promise<Result<null>>
}

type Call = <T>(request: EngineCall<T>) => Promise<Result<T>>

const ALL = '/v1/integrations'
const SERVICES = '/v1/services'

export function integrationClient(call: Call): IntegrationClient {
  return { ...integrationCalls(call), ...eventCalls(call), ...serviceCalls(call) }
}

type EventName = 'integrationEvents' | 'replayEvents'
type ServiceName = 'services' | 'addService' | 'changeService' | 'removeService'

function integrationCalls(call: Call): Omit<IntegrationClient, EventName | ServiceName> {
  const one = (method: string, path: string, body?: unknown) =>
    call({ method, path: `${ALL}/${path}`, schema: integrationSchema, ...(body ? { body } : {}) })
  return {
    async integrations() {
      const list = await call({ method: 'GET', path: ALL, schema: integrationListSchema })
      return list.ok ? ok(list.value.integrations) : list
    },
    verifyIntegration: body =>
      call({ method: 'POST', path: `${ALL}/verify`, body, schema: integrationProofSchema }),
    addIntegration: body => call({ method: 'POST', path: ALL, body, schema: addedIntegrationSchema }),
    changeIntegration: (id, change) => one('PUT', id, change),
    pauseIntegration: (id, isPaused) => one('POST', `${id}/${isPaused ? 'pause' : 'resume'}`),
    async renewAddress(id) {
      const path = `${ALL}/${id}/address`
      const renewed = await call({ method: 'POST', path, schema: incomingAddressSchema })
      return renewed.ok ? ok(renewed.value.incomingUrl) : renewed
    },
    removeIntegration: id => remove(call, `${ALL}/${id}`),
  }
}

function eventCalls(call: Call): Pick<IntegrationClient, EventName> {
  return {
    integrationEvents: (id, before) =>
      call({
        method: 'GET',
        path: `${ALL}/${id}/events${before === null ? '' : `?before=${before}`}`,
        schema: integrationEventsSchema,
      }),
    async replayEvents(id, events) {
      const answer = await call({
        ...{ method: 'POST', path: `${ALL}/${id}/replay` },
        ...{ body: events === null ? {} : { events }, schema: replayedEventsSchema },
      })
      return answer.ok ? ok(answer.value.replayed) : answer
    },
  }
}

function serviceCalls(call: Call): Pick<IntegrationClient, ServiceName> {
  return {
    async services() {
      const list = await call({ method: 'GET', path: SERVICES, schema: serviceListSchema })
      return list.ok ? ok(list.value.services) : list
    },
    addService: body => call({ method: 'POST', path: SERVICES, body, schema: storedServiceSchema }),
    changeService: (id, body) =>
      call({ method: 'PUT', path: `${SERVICES}/${id}`, body, schema: storedServiceSchema }),
    removeService: id => remove(call, `${SERVICES}/${id}`),
  }
}

async function remove(call: Call, path: string): Promise<Result<null>> {
  const gone = await call({ method: 'DELETE', path, schema: goneSchema })
  return gone.ok ? ok(null) : gone
}
