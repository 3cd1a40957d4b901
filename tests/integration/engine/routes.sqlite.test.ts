import { fastify } from 'fastify'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { type Api, addRoute, type Gate } from '../../../src-engine/http/add-route.ts'
import { bytes, json, raw } from '../../../src-engine/http/route.ts'
import { fault, ok } from '../../../src-shared/kit/result.ts'

/** Lets everybody in. */
const OPEN: Gate = {
  hooksFor: () => ({ onRequest: async () => {}, preHandler: async () => {} }),
  keyIdOf: () => 'k',
}

function api(): Api {
  const app = fastify()
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  return { app, gate: OPEN, routes: [] }
}

test('a route gets what it asked for, parsed, and answers its first status', async () => {
  const { app, ...rest } = api()
  addRoute(
    { app, ...rest },
    {
      method: 'POST',
      path: '/v1/things/:thing',
      summary: 'Makes a thing',
      tag: 'engine',
      scope: 'admin',
      params: z.object({ thing: z.string().min(2) }),
      query: z.object({ times: z.coerce.number().default(1) }),
      body: z.strictObject({ name: z.string() }),
      answers: { 201: json(z.object({ says: z.string() }), 'What was made') },
      handler: async ({ params, query, body, key }) =>
        body.name === 'bad'
          ? fault('bot/not-found')
          : ok({ says: `${params.thing} ${query.times} ${body.name} ${key}` }),
    },
  )
  const post = async (url: string, payload: object) => {
    const { statusCode, body } = await app.inject({ method: 'POST', url, payload })
    return [statusCode, JSON.parse(body)]
  }
  expect(await post('/v1/things/ab?times=3', { name: 'x' })).toEqual([201, { says: 'ab 3 x k' }])
  expect(await post('/v1/things/ab', { name: 'bad' })).toMatchObject([
    404,
    { code: 'bot/not-found', status: 404 },
  ])
  expect(await post('/v1/things/a', { name: 'x' })).toMatchObject([400, { problems: [{ pointer: 'thing' }] }])
  expect(await post('/v1/things/ab', { nom: 1, name: 1 })).toMatchObject([
    400,
    { problems: [{ pointer: 'name' }, { pointer: '' }] },
  ])
})

test('a raw body is the bytes as they came, of the types it takes', async () => {
  const { app, ...rest } = api()
  addRoute(
    { app, ...rest },
    {
      method: 'POST',
      path: '/hooks',
      summary: 'A channel',
      tag: 'engine',
      scope: null,
      body: raw('application/json', 'image/*'),
      answers: { 200: bytes('What a channel expects', 'text/plain') },
      handler: async ({ request, reply }) => reply.type('text/plain').send(String(request.body)),
    },
  )
  const post = async (type: string, payload: string) => {
    const { statusCode, body } = await app.inject({
      method: 'POST',
      url: '/hooks',
      headers: { 'content-type': type },
      payload,
    })
    return statusCode === 200 ? body : statusCode
  }
  expect(await post('application/json; charset=utf-8', '{ "a" :1}')).toBe('{ "a" :1}')
  expect(await post('image/png', 'bytes')).toBe('bytes')
  expect(await post('text/html', '<p>')).toBe(415)
})
