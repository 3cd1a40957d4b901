import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { SCOPES } from '../../../src-shared/publish/scopes.ts'
import { createAnswerCheck } from './answer-check.ts'
import { scratchEngine } from './scratch-engine.ts'

type Operation = Readonly<{
  summary: string
  security: readonly object[]
  responses: Readonly<Record<string, unknown>>
}>
type Served = Readonly<{
  openapi: string
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}>

test('the engine serves a valid OpenAPI 3.1 document of all its addresses', async () => {
  const { url } = await scratchEngine()
  const served = (await (await fetch(`${url}/v1/openapi.json`)).json()) as Served
  expect(served.openapi).toMatch(/^3\.1\./)
  expect(await new Validator().validate(served)).toMatchObject({ valid: true })
  expect(Object.keys(served.paths)).toEqual(
    expect.arrayContaining(['/health', '/chat/{bot}', '/media/{hash}', '/v1/bots/{bot}/versions/{version}']),
  )
})

test('everything below /v1 but the document itself is signed, and says with which scope', async () => {
  const { url } = await scratchEngine()
  const served = (await (await fetch(`${url}/v1/openapi.json`)).json()) as Served
  const operations = Object.entries(served.paths).flatMap(([path, methods]) =>
    Object.values(methods).map(operation => ({ path, ...operation })),
  )
  for (const { path, security, responses, ...rest } of operations) {
    const isSigned = path.startsWith('/v1/') && path !== '/v1/openapi.json'
    // At the desk people are known by their cookie, as soon as they are signed in.
    const isCookie = path.startsWith('/desk/api/') && rest.summary !== 'Signs in at the agent desk'
    const by = isSigned ? ['key', 'signature'] : isCookie ? ['desk'] : []
    // Some may be asked with a token as well.
    const named = security.flatMap(Object.keys).filter(name => !(isSigned && name === 'token'))
    expect({ path, by: named }).toEqual({ path, by })
    if (isSigned) {
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['401', '403', '500', '503']))
      expect(JSON.stringify(rest)).toMatch(new RegExp(`scope \`(${SCOPES.join('|')})\``))
    }
  }
})

test('an answer that is not in the document is found', async () => {
  const check = createAnswerCheck()
  const engine = await scratchEngine({
    observe(app) {
      check.observe(app)
      // Changed on its way out: another status, and a body of another shape.
      app.addHook('preSerialization', async (request, reply, payload) => {
        if (request.url === '/health?status') reply.code(202)
        return request.url === '/health?shape' ? { status: 'ok', more: 1 } : payload
      })
    },
  })
  for (const query of ['', '?status', '?shape']) await fetch(`${engine.url}/health${query}`)
  expect(check.takeMismatches()).toEqual([
    'GET /health 202: the document does not have this status',
    expect.stringMatching(/^GET \/health 200: .*additional properties/),
  ])
})
