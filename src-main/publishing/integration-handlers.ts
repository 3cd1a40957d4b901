import type { integrationCalls } from '../../src-shared/ipc/integration-calls.ts'
import type { Result } from '../../src-shared/kit/result.ts'
import type { LiveClient } from '../../src-shared/publish/live-client.ts'
import type { Handlers } from '../ipc/handlers.ts'

type At = <T>(engine: string, ask: (client: LiveClient) => Promise<Result<T>>) => Promise<Result<T>>

/** What is asked of the integrations and services of an engine; secrets pass through and are not kept. */
export function integrationHandlers(at: At): Pick<Handlers, keyof typeof integrationCalls> {
  return {
    'live.integrations': ({ engine }) => at(engine, live => live.integrations()),
    'live.verifyIntegration': ({ engine, values }) => at(engine, live => live.verifyIntegration(values)),
    'live.addIntegration': ({ engine, values }) => at(engine, live => live.addIntegration(values)),
    'live.changeIntegration': ({ engine, integration, change }) =>
      at(engine, live => live.changeIntegration(integration, change)),
    'live.pauseIntegration': ({ engine, integration, isPaused }) =>
      at(engine, live => live.pauseIntegration(integration, isPaused)),
    'live.renewAddress': ({ engine, integration }) => at(engine, live => live.renewAddress(integration)),
    'live.removeIntegration': ({ engine, integration }) =>
      at(engine, live => live.removeIntegration(integration)),
    'live.integrationEvents': ({ engine, integration, before }) =>
      at(engine, live => live.integrationEvents(integration, before)),
    'live.replayEvents': ({ engine, integration, events }) =>
      at(engine, live => live.replayEvents(integration, events)),
    'live.services': ({ engine }) => at(engine, live => live.services()),
    'live.addService': ({ engine, values }) => at(engine, live => live.addService(values)),
    'live.changeService': ({ engine, service, change }) =>
      at(engine, live => live.changeService(service, change)),
    'live.removeService': ({ engine, service }) => at(engine, live => live.removeService(service)),
  }
}
