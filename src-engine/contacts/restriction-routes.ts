import { ok } from '../../src-shared/kit/result.ts'
import {
  restrictionSchema,
  restrictionsSchema,
  restrictRequestSchema,
} from '../../src-shared/publish/contact-protocol.ts'
import type { Engine } from '../engine.ts'
import { type Api, addRoute } from '../http/add-route.ts'
import { json } from '../http/route.ts'
import { listRestrictions } from '../store/restrictions.ts'
import { liftRestriction, restrictContact } from './restrict-contact.ts'

/** With whose data nothing is done for now but to keep them. */
export function addRestrictionRoutes(api: Api, engine: Engine): void {
  const of = { tag: 'contacts', scope: 'admin', path: '/v1/restrictions' } as const
  addRoute(api, {
    ...of,
    method: 'GET',
    summary: 'With whose data nothing is done but to keep them',
    answers: { 200: json(restrictionsSchema, 'The restrictions, the oldest first') },
    handler: async () => ok({ restrictions: [...(await listRestrictions(engine.db))] }),
  })
  addRoute(api, {
    ...of,
    method: 'POST',
    summary: 'Keep all of a person and do nothing else with it: nobody answers them, nobody writes to them',
    body: restrictRequestSchema,
    answers: { 200: json(restrictionSchema, 'The restriction') },
    handler: ({ body, key }) => restrictContact(engine, { ...body, by: { key, at: engine.now() } }),
  })
  addRoute(api, {
    ...of,
    method: 'POST',
    path: '/v1/restrictions/lift',
    summary: 'Let what is kept of a person be worked with again',
    body: restrictRequestSchema,
    answers: { 200: json(restrictionSchema, 'The restriction there was') },
    refuses: ['contact/not-restricted'],
    handler: ({ body, key }) => liftRestriction(engine, { ...body, by: { key, at: engine.now() } }),
  })
}
