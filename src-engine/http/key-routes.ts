import { z } from 'zod'
import { ok } from '../../src-shared/kit/result.ts'
import {
  apiKeySchema,
  keyAddressesSchema,
  keyIdSchema,
  keyListSchema,
  newKeyRequestSchema,
  rotateKeyRequestSchema,
  shownKeySchema,
} from '../../src-shared/publish/key-protocol.ts'
import type { Engine } from '../engine.ts'
import { addKey, bindKey, listKeys, revokeKey, rotateKey } from '../keys/manage-keys.ts'
import { type Api, addRoute } from './add-route.ts'
import { json } from './route.ts'

const keyPath = z.object({ key: keyIdSchema })

/** Making keys and taking them back. Those an engine was started with are not among them. */
export function addKeyRoutes(api: Api, engine: Engine): void {
  const of = { tag: 'keys', scope: 'admin' } as const
  addRoute(api, {
    ...of,
    method: 'GET',
    path: '/v1/keys',
    summary: 'All keys, revoked ones too',
    answers: { 200: json(keyListSchema, 'The keys without their secrets') },
    handler: async () => ok(await listKeys(engine.db, engine.now())),
  })
  addRoute(api, {
    ...of,
    method: 'POST',
    path: '/v1/keys',
    summary: 'Make a key or a token',
    body: newKeyRequestSchema,
    answers: { 201: json(shownKeySchema, 'The key, with its secret this once') },
    handler: async ({ body, key }) => ok(await addKey(engine, body, { key, at: engine.now() })),
  })
  addRoute(api, {
    ...of,
    method: 'POST',
    path: '/v1/keys/:key/rotate',
    summary: 'Give a key a new secret; the old one is accepted for a while',
    params: keyPath,
    body: rotateKeyRequestSchema,
    answers: { 200: json(shownKeySchema, 'The key, with its new secret this once') },
    refuses: ['key/not-found'],
    async handler({ params, body, key }) {
      const rotated = await rotateKey(engine, params.key, body, { key, at: engine.now() })
      engine.keys.forget(params.key)
      return rotated
    },
  })
  addRoute(api, {
    ...of,
    method: 'PUT',
    path: '/v1/keys/:key/addresses',
    summary: 'From where a key may be used',
    params: keyPath,
    body: keyAddressesSchema,
    answers: { 200: json(apiKeySchema, 'The key') },
    refuses: ['key/not-found', 'key/would-lock-out'],
    async handler({ params, body, key, request }) {
      const by = { key, at: engine.now(), address: request.ip }
      const bound = await bindKey(engine, params.key, body, by)
      engine.keys.forget(params.key)
      return bound
    },
  })
  addRoute(api, {
    ...of,
    method: 'POST',
    path: '/v1/keys/:key/revoke',
    summary: 'Take a key back for good',
    params: keyPath,
    answers: { 200: json(apiKeySchema, 'The key, which nobody can use any more') },
    refuses: ['key/not-found'],
    async handler({ params, key }) {
      const revoked = await revokeKey(engine, params.key, { key, at: engine.now() })
      engine.keys.forget(params.key)
      return revoked
    },
  })
}
