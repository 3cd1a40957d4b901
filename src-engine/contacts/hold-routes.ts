import { ok } from '../../src-shared/kit/result.ts'
import {
  holdRequestSchema,
  legalHoldSchema,
  legalHoldsSchema,
} from '../../src-shared/publish/contact-protocol.ts'
import type { Engine } from '../engine.ts'
import { type Api, addRoute } from '../http/add-route.ts'
import { json } from '../http/route.ts'
import { listHolds } from '../store/legal-holds.ts'
import { holdContact, releaseContact } from './hold-contact.ts'

/** Whose data must not be erased for now. */
export function addHoldRoutes(api: Api, engine: Engine): void {
  const of = { tag: 'contacts', scope: 'admin' } as const
  addRoute(api, {
    ...of,
    method: 'GET',
    path: '/v1/holds',
    summary: 'Whose data must not be erased',
    answers: { 200: json(legalHoldsSchema, 'The legal holds, the oldest first') },
    handler: async () => ok({ holds: [...(await listHolds(engine.db))] }),
  })
  addRoute(api, {
    ...of,
    method: 'POST',
    path: '/v1/holds',
    summary: 'Keep all of a person, whoever asks for its erasure and however old it is',
    body: holdRequestSchema,
    answers: { 200: json(legalHoldSchema, 'The legal hold') },
    handler: ({ body, key }) => holdContact(engine, { ...body, by: { key, at: engine.now() } }),
  })
  addRoute(api, {
    ...of,
    method: 'POST',
    path: '/v1/holds/release',
    summary: 'Let a person be erased again',
    body: holdRequestSchema,
    answers: { 200: json(legalHoldSchema, 'The legal hold there was') },
    refuses: ['contact/not-held'],
    handler: ({ body, key }) => releaseContact(engine, { ...body, by: { key, at: engine.now() } }),
  })
}
