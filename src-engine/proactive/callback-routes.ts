import { fault, ok } from '../../src-shared/kit/result.ts'
import {
  callbackGoneSchema,
  callbackMadeSchema,
  callbackRequestSchema,
  callbackSchema,
} from '../../src-shared/publish/proactive-protocol.ts'
import type { Engine } from '../engine.ts'
import { type Api, addRoute } from '../http/add-route.ts'
import { json } from '../http/route.ts'
import { countDeliveries } from '../store/deliveries.ts'
import { findCallback } from '../store/proactive-callbacks.ts'
import { endCallback, setCallback } from './manage-callback.ts'
import { callbackTarget } from './tell-senders.ts'

/** Where the owner of a key or token is told what becomes of their messages; each their own. */
export function addCallbackRoutes(api: Api, engine: Engine): void {
  const of = { tag: 'proactive', scope: 'converse', token: true, path: '/v1/callback' } as const
  addRoute(api, {
    ...of,
    method: 'GET',
    summary: 'Where you are told what becomes of your messages',
    answers: { 200: json(callbackSchema, 'The address, and how it takes what it is told') },
    refuses: ['request/not-found'],
    async handler({ key }) {
      const callback = await findCallback(engine.db, key)
      if (!callback) return fault('request/not-found', 'No address is registered.')
      const counted = await countDeliveries(engine.db, callbackTarget(key))
      const { waiting = 0, held = 0, done = 0, dead = 0 } = counted
      return ok({ url: callback.url, at: callback.at, deliveries: { waiting, held, done, dead } })
    },
  })
  addRoute(api, {
    ...of,
    method: 'PUT',
    summary: 'Say where you are told what becomes of your messages',
    body: callbackRequestSchema,
    answers: { 200: json(callbackMadeSchema, 'The secret it is signed with, this once') },
    handler: ({ body, key }) => setCallback(engine, body.url, { key, at: engine.now() }),
  })
  addRoute(api, {
    ...of,
    method: 'DELETE',
    summary: 'Be told no more',
    answers: { 200: json(callbackGoneSchema, 'The address is forgotten') },
    refuses: ['request/not-found'],
    handler: ({ key }) => endCallback(engine, { key, at: engine.now() }),
  })
}
