import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as createSocket } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { BotId } from '../../../src-shared/document/ids.ts'
import type { TestRequest } from '../../../src-shared/ipc/contract.ts'
import { handlersFor } from './handler-host.ts'

const BOT = 'bot_x' as BotId

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function requestTo(url: string, part: Partial<TestRequest> = {}): TestRequest {
  return { method: 'GET', url, headers: {}, body: null, timeoutMs: 5000, auth: null, ...part }
}

const auth = (scheme: 'bearer' | 'basic' | 'apiKey' | 'hmac' | 'oauth2', tokenUrl = '') => ({
  name: 'Orders',
  scheme,
  identity: scheme === 'apiKey' ? 'X-Key' : 'me',
  secret: 'ORDERS_KEY',
  tokenUrl,
  scope: '',
})

/** Says back what it was sent. */
const echo: RequestListener = (request, response) => {
  let body = ''
  request.on('data', part => {
    body += part
  })
  request.on('end', () => {
    response.setHeader('content-type', 'application/json')
    response.setHeader('x-saw', request.headers.authorization ?? 'nothing')
    response.end(JSON.stringify({ method: request.method, url: request.url, headers: request.headers, body }))
  })
}

describe('test calls from this computer', () => {
  test('an answer comes with its status, time, headers and content', async () => {
    const url = await serve(echo)
    const { 'api.test': run } = handlersFor()
    const answer = await run({
      run: '1',
      bot: BOT,
      request: requestTo(`${url}/orders?id=%C3%A9`, {
        method: 'POST',
        headers: { 'x-a': 'ä' },
        body: '{"a":1}',
      }),
    })
    expect(answer).toMatchObject({ ok: true, value: { status: 200, statusText: 'OK' } })
    const { body = '', ms = -1, bytes = 0 } = answer.ok ? answer.value : {}
    expect(JSON.parse(body)).toMatchObject({ method: 'POST', url: '/orders?id=%C3%A9', body: '{"a":1}' })
    expect(ms).toBeGreaterThanOrEqual(0)
    expect(bytes).toBe(Buffer.byteLength(body))
  })

  test('a secret is asked for, sent, and masked where the answer repeats it', async () => {
    const url = await serve(echo)
    const { 'api.test': run, 'api.setSecret': keep } = handlersFor()
    const asked = { run: '1', bot: BOT, request: requestTo(url, { auth: auth('bearer') }) }
    expect(await run(asked)).toMatchObject({ ok: false, code: 'api/secret-needed' })
    await keep({ bot: BOT, name: 'ORDERS_KEY', secret: 'hush-hush-1' })
    const answer = await run(asked)
    expect(answer).toMatchObject({ ok: true })
    expect(JSON.stringify(answer)).not.toContain('hush-hush-1')
    expect(JSON.stringify(answer)).toContain('••••••')
    const other = { ...asked, bot: 'bot_y' as BotId }
    expect(await run(other)).toMatchObject({ ok: false, code: 'api/secret-needed' })
  })

  test.each([
    ['basic', `Basic ${Buffer.from('me:hush-hush-1').toString('base64')}`],
    ['bearer', 'Bearer hush-hush-1'],
  ] as const)('%s is what the API sees', async (scheme, expected) => {
    let seen: string | undefined
    const url = await serve((request, response) => {
      seen = request.headers.authorization
      response.end('{}')
    })
    const { 'api.test': run, 'api.setSecret': keep } = handlersFor()
    await keep({ bot: BOT, name: 'ORDERS_KEY', secret: 'hush-hush-1' })
    await run({ run: '1', bot: BOT, request: requestTo(url, { auth: auth(scheme) }) })
    expect(seen).toBe(expected)
  })

  test('an OAuth2 client gets its token first', async () => {
    const url = await serve((request, response) => {
      const isToken = request.url === '/token'
      if (isToken) response.end('{"access_token":"token-123","token_type":"bearer"}')
      else response.end(JSON.stringify({ proved: request.headers.authorization === 'Bearer token-123' }))
    })
    const { 'api.test': run, 'api.setSecret': keep } = handlersFor()
    await keep({ bot: BOT, name: 'ORDERS_KEY', secret: 'hush-hush-1' })
    const request = requestTo(url, { auth: auth('oauth2', `${url}/token`) })
    expect(await run({ run: '1', bot: BOT, request })).toMatchObject({ value: { body: '{"proved":true}' } })
  })

  test.each([
    'file:///etc/hosts',
    'ftp://example.com/',
    'javascript:1',
    'nothing',
    'http://me:pw@127.0.0.1/',
  ])('%s is not called', async url => {
    const { 'api.test': run } = handlersFor()
    expect(await run({ run: '1', bot: BOT, request: requestTo(url) })).toMatchObject({ code: 'api/bad-call' })
  })

  test('what takes too long ends at its time', async () => {
    const url = await serve(() => {})
    const { 'api.test': run } = handlersFor()
    const request = requestTo(url, { timeoutMs: 100 })
    expect(await run({ run: '1', bot: BOT, request })).toMatchObject({ code: 'api/timeout' })
  })

  test('a call can be cancelled', async () => {
    const { 'api.test': run, 'api.cancel': cancel } = handlersFor()
    const url = await serve(() => void cancel({ run: '1' }))
    expect(await run({ run: '1', bot: BOT, request: requestTo(url) })).toMatchObject({
      code: 'api/cancelled',
    })
  })

  test('an answer over 1 MiB is refused, without reading all of it', async () => {
    const url = await serve((_, response) => {
      const part = 'x'.repeat(65_536)
      const write = () => {
        while (!response.destroyed && response.write(part));
      }
      response.on('drain', write)
      write()
    })
    const { 'api.test': run } = handlersFor()
    const answer = await run({ run: '1', bot: BOT, request: requestTo(url) })
    expect(answer).toMatchObject({ code: 'api/bad-answer', message: expect.stringContaining('1 MiB') })
  })

  test('what is no HTTP, cut off, or not there says so', async () => {
    const socket = createSocket(connection => connection.end('hello\r\n\r\n'))
    await new Promise<void>(done => socket.listen(0, '127.0.0.1', done))
    onTestFinished(() => void socket.close())
    const { 'api.test': run } = handlersFor()
    const call = (url: string) => run({ run: '1', bot: BOT, request: requestTo(url) })
    const { port } = socket.address() as AddressInfo
    expect(await call(`http://127.0.0.1:${port}`)).toMatchObject({ code: 'api/bad-answer' })
    const cut = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half', () => response.destroy())
    })
    expect(await call(cut)).toMatchObject({ code: 'api/unreachable' })
    expect(await call('http://127.0.0.1:1')).toMatchObject({ code: 'api/unreachable' })
  })
})
