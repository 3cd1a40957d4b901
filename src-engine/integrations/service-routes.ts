import { z } from 'zod'
import { serviceIdSchema } from '../../src-shared/integrations/service.ts'
import { ok } from '../../src-shared/kit/result.ts'
import {
  goneSchema,
  newServiceSchema,
  serviceChangeSchema,
  serviceListSchema,
  storedServiceSchema,
} from '../../src-shared/publish/integration-protocol.ts'
import type { Engine } from '../engine.ts'
import { type Api, addRoute } from '../http/add-route.ts'
import { json } from '../http/route.ts'
import { listServices } from '../store/services.ts'
import { addService, changeService, removeService } from './manage-services.ts'

const of = { tag: 'services', scope: 'integrations' } as const
const one = { ...of, path: '/v1/services/:service', params: z.object({ service: serviceIdSchema }) } as const
const REFUSES = ['service/invalid', 'service/name-taken', 'service/asset-taken'] as const

/** Which assets are routed to which integrations, by which rules (requirements.md IMI-08…IMI-10). */
export function addServiceRoutes(api: Api, engine: Engine): void {
  const { db, now } = engine
  addRoute(api, {
    ...of,
    method: 'GET',
    path: '/v1/services',
    summary: 'All services with their rules',
    answers: { 200: json(serviceListSchema, 'The services') },
    handler: async () => ok({ services: [...(await listServices(db))] }),
  })
  addRoute(api, {
    ...of,
    method: 'POST',
    path: '/v1/services',
    summary: 'Make a service',
    body: newServiceSchema,
    answers: { 201: json(storedServiceSchema, 'The service') },
    refuses: REFUSES,
    handler: ({ body, key }) => addService(engine, body, { key, at: now() }),
  })
  addRoute(api, {
    ...one,
    method: 'PUT',
    summary: 'Change a service as it was seen',
    body: serviceChangeSchema,
    answers: { 200: json(storedServiceSchema, 'The service') },
    refuses: [...REFUSES, 'service/not-found', 'service/changed'],
    handler: ({ params, body, key }) => changeService(engine, params.service, body, { key, at: now() }),
  })
  addRoute(api, {
    ...one,
    method: 'DELETE',
    summary: 'Remove a service; its assets are not routed any more',
    answers: { 200: json(goneSchema, 'It is gone') },
    refuses: ['service/not-found'],
    handler: ({ params, key }) => removeService(engine, params.service, { key, at: now() }),
  })
}
