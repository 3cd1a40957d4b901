import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { BotId } from '../../../src-shared/document/ids.ts'
import {
  createPublishClient,
  type PublishClient,
  type Send,
} from '../../../src-shared/publish/publish-client.ts'
import { verifySignature } from '../../../src-shared/publish/sign-request.ts'
import { sendOverFetch } from '../../integration/engine/send-over-fetch.ts'

const BOT = 'bot_a' as BotId
const KEY = 'a-secret'
const STATUS = { bot: BOT, name: 'A', active: null, versions: [], chatUrl: 'http://localhost/chat/bot_a' }

function clientOf(url: string, options: { send?: Send; timeoutMs?: number } = {}): PublishClient {
  return createPublishClient({ url, keyId: 'k1', key: KEY, send: sendOverFetch, now: Date.now, ...options })
}

/** A client of a server that answers as told. */
async function clientOfServer(listener: RequestListener, timeoutMs?: number): Promise<PublishClient> {
  const server = createServer(listener)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return clientOf(url, timeoutMs === undefined ? {} : { timeoutMs })
}

function answering(status: number, body: unknown): RequestListener {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', location: '/elsewhere' })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }
}

const problem = (code: string, message = 'Told.') => ({ code, message })

describe('what goes out', () => {
  test('is signed over the very bytes, to the paths of the protocol', async () => {
    const seen: string[] = []
    const send: Send = async ({ method, url, headers, body, onProgress }) => {
      const header = headers['x-signature']
      const signed = verifySignature({ header, secrets: [KEY], body: body ?? '', now: Date.now() })
      expect(headers['x-parley-key']).toBe('k1')
      seen.push(`${method} ${url} ${signed.ok ? 'signed' : signed.code}`)
      onProgress?.(1)
      return { status: 200, body: JSON.stringify(STATUS) }
    }
    const client = clientOf('https://engine.example/base//', { send })
    const told: number[] = []
    await client.publish(
      BOT,
      '0.3',
      { name: 'Olá', hash: '0'.repeat(64), bundle: '{}', note: '' },
      fraction => told.push(fraction),
    )
    await client.activate(BOT, { version: '0.3', expectedActive: null })
    await client.deactivate(BOT, { reason: 'x', conversations: 'end', message: '' })
    await client.status(BOT)
    expect(seen).toEqual([
      'PUT https://engine.example/base/v1/bots/bot_a/versions/0.3 signed',
      'POST https://engine.example/base/v1/bots/bot_a/activate signed',
      'POST https://engine.example/base/v1/bots/bot_a/deactivate signed',
      'GET https://engine.example/base/v1/bots/bot_a signed',
    ])
    expect(told).toEqual([1])
  })

  test('is signed anew while the engine says it had the very same, but not for ever', async () => {
    const signatures = new Set<string>()
    let left = 3
    const send: Send = async ({ headers }) => {
      signatures.add(headers['x-signature'] ?? '')
      left -= 1
      return left >= 0
        ? { status: 409, body: JSON.stringify(problem('request/replayed')) }
        : { status: 200, body: JSON.stringify(STATUS) }
    }
    const client = clientOf('http://engine.example', { send })
    expect(await client.activate(BOT, { version: '1', expectedActive: null })).toMatchObject({ ok: true })
    expect(signatures.size).toBe(4)
    left = 1000
    expect(await client.activate(BOT, { version: '1', expectedActive: null })).toMatchObject({
      code: 'engine/refused',
    })
  })
})

describe('whatever an engine does becomes a fault with a way out', () => {
  test('it hangs', async () => {
    const client = await clientOfServer(() => undefined, 100)
    expect(await client.info()).toMatchObject({
      code: 'engine/timeout',
      message: expect.stringContaining('0.1 s'),
    })
  })

  test('it hangs in the middle of its answer', async () => {
    const client = await clientOfServer(
      (_request, response) => void response.writeHead(200).write('{"bot'),
      100,
    )
    expect(await client.status(BOT)).toMatchObject({ code: 'engine/timeout' })
  })

  test('it closes before and half-way through its answer', async () => {
    const before = await clientOfServer(request => void request.socket.destroy())
    expect(await before.info()).toMatchObject({
      code: 'engine/unreachable',
      message: expect.stringContaining('try again'),
    })
    const halfWay = await clientOfServer((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write('{"bot":"bot_a"', () => response.destroy())
    })
    expect(await halfWay.status(BOT)).toMatchObject({ code: 'engine/unreachable' })
  })

  test('it is not there', async () => {
    expect(await clientOf('http://127.0.0.1:1').info()).toMatchObject({
      code: 'engine/unreachable',
      message: expect.stringContaining('Check the address'),
    })
  })

  test.each([
    ['500', 500, problem('internal/bug'), 'engine/bad-answer', 'Try again later'],
    ['502 of a proxy', 502, '<html>Bad gateway</html>', 'engine/bad-answer', '502'],
    ['a page instead of JSON', 200, '<html>Welcome</html>', 'engine/bad-answer', 'address'],
    ['half of a JSON', 200, '{"bot":"bot_a","nam', 'engine/bad-answer', 'not JSON'],
    ['nothing', 200, '', 'engine/bad-answer', 'not JSON'],
    ['other JSON', 200, { hello: 1 }, 'engine/bad-answer', 'another version'],
    ['a redirect', 302, '', 'engine/bad-answer', 'elsewhere'],
    ['401', 401, problem('request/stale', 'Your clock.'), 'engine/unauthorised', 'Your clock.'],
    ['403 of a proxy', 403, 'Forbidden', 'engine/unauthorised', 'key'],
    ['404 of something else', 404, 'Not found', 'engine/bad-answer', 'address'],
    ['404 of another path', 404, problem('request/not-found'), 'engine/refused', 'Told.'],
    ['409', 409, problem('engine/version-conflict', 'Now 2.'), 'engine/version-conflict', 'Now 2.'],
    ['409 of another kind', 409, problem('x/y'), 'engine/version-conflict', 'Told.'],
    ['a taken number', 409, problem('engine/version-taken'), 'engine/version-taken', 'Told.'],
    ['a step out of turn', 409, problem('lifecycle/not-published'), 'lifecycle/not-published', 'Told.'],
    ['413', 413, problem('request/too-large'), 'engine/refused', 'Told.'],
    ['429', 429, problem('request/too-many'), 'engine/refused', 'Told.'],
    [
      '422 without a list',
      422,
      problem('document/too-new', 'Format 2; up to 1.'),
      'engine/problems',
      'up to 1',
    ],
  ])('it answers %s', async (_, status, body, code, told) => {
    const client = await clientOfServer(answering(status, body))
    const answer = await client.status(BOT)
    expect(answer).toMatchObject({ ok: false, code })
    expect(answer.ok || answer.message).toContain(told)
  })

  test('problems point to their records', async () => {
    const problems = [
      { code: 'port/unconnected', message: 'Leads nowhere.', pointer: 'block_a' },
      { code: 'x/y', message: 'Somewhere.' },
    ]
    const client = await clientOfServer(answering(422, { ...problem('engine/problems'), problems }))
    expect(await client.publish(BOT, '0.1', { name: 'A', hash: '', bundle: '', note: '' })).toMatchObject({
      code: 'engine/problems',
      problems,
    })
  })

  test('a bot it does not have is no failure', async () => {
    const client = await clientOfServer(answering(404, problem('bot/not-found')))
    expect(await client.status(BOT)).toEqual({ ok: true, value: null })
  })
})
