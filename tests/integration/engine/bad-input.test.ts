import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { FAULTS } from '../../../src-shared/kit/faults.ts'
import { COUNTING_BOT, countingBot, publishRequestOf } from './counting-bot.ts'
import { putToWork, scratchEngine } from './scratch-engine.ts'
import { signedCall } from './signed-call.ts'

const at = `/v1/bots/${COUNTING_BOT}`
const messages = `${at}/conversations/anna/messages`
const good = publishRequestOf(countingBot())
const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`

type Case = readonly [
  says: string,
  status: number,
  code: keyof typeof FAULTS,
  call: Parameters<typeof signedCall>[1],
]

const CASES: readonly Case[] = [
  ['a path that is none', 404, 'request/not-found', { path: '/v1/nothing' }],
  ['a method that is none', 404, 'request/not-found', { path: `${at}/activate`, method: 'DELETE' }],
  ['a bot that is none', 404, 'bot/not-found', { path: '/v1/bots/bot_none' }],
  [
    'a message to a bot that is none',
    404,
    'bot/not-found',
    { path: messages.replace('counting', 'none'), body: { id: 'a', text: 'x' } },
  ],
  ['a bot id of another shape', 400, 'request/invalid', { path: '/v1/bots/__proto__' }],
  ['a broken escape in the path', 400, 'request/invalid', { path: '/v1/bots/%E0%A4%A' }],
  ['a path of 5,000 characters', 400, 'request/invalid', { path: `/v1/bots/${'x'.repeat(5000)}` }],
  [
    'a contact with a slash',
    400,
    'request/invalid',
    { path: `${at}/conversations/a%2Fb/messages`, body: { id: 'a', text: 'x' } },
  ],
  ['a transcript after nothing', 400, 'request/invalid', { path: `${messages}?after=-1` }],
  ['a transcript after words', 400, 'request/invalid', { path: `${messages}?after=never` }],
  ['no body', 400, 'request/invalid', { path: messages, method: 'POST' }],
  ['half of a JSON', 400, 'request/invalid', { path: messages, raw: '{"id":"a","te' }],
  ['no JSON at all', 400, 'request/invalid', { path: messages, raw: 'hello' }],
  [
    'bytes that are not UTF-8',
    400,
    'request/invalid',
    { path: messages, raw: Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d) },
  ],
  [
    'JSON nested 100,000 levels deep',
    400,
    'request/invalid',
    { path: `${at}/versions/0.1`, method: 'PUT', raw: deep },
  ],
  [
    'a bundle nested 100,000 levels deep',
    422,
    'bundle/hash-mismatch',
    { path: `${at}/versions/0.1`, method: 'PUT', body: { ...good, bundle: deep } },
  ],
  ['an unknown field', 400, 'request/invalid', { path: messages, body: { id: 'a', text: 'x', admin: true } }],
  [
    '__proto__ as a field',
    400,
    'request/invalid',
    { path: messages, raw: '{"id":"a","text":"x","__proto__":{"admin":true}}' },
  ],
  ['a number as text', 400, 'request/invalid', { path: messages, body: { id: 'a', text: 1 } }],
  ['neither text nor option', 400, 'request/invalid', { path: messages, body: { id: 'a', text: '' } }],
  ['an id with spaces', 400, 'request/invalid', { path: messages, body: { id: 'a b', text: 'x' } }],
  [
    'a text of 20,000 characters',
    400,
    'request/invalid',
    { path: messages, body: { id: 'a', text: 'x'.repeat(20_000) } },
  ],
  [
    'a text of 1 MB',
    413,
    'request/too-large',
    { path: messages, body: { id: 'a', text: 'x'.repeat(1_000_000) } },
  ],
  [
    'a bundle of 50 MB',
    413,
    'request/too-large',
    { path: `${at}/versions/0.1`, method: 'PUT', raw: 'x'.repeat(50_000_000) },
  ],
  [
    'another type of content',
    415,
    'request/unsupported-type',
    { path: messages, raw: 'a=b', headers: { 'content-type': 'text/plain' } },
  ],
  [
    'a form',
    415,
    'request/unsupported-type',
    { path: messages, raw: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  ],
  [
    'a compressed body',
    400,
    'request/invalid',
    { path: messages, raw: new Uint8Array(gzipSync('{}')), headers: { 'content-encoding': 'gzip' } },
  ],
  [
    'a version that is none',
    400,
    'request/invalid',
    { path: `${at}/versions/1.2.3`, method: 'PUT', body: good },
  ],
  [
    'a bundle that is not its hash',
    422,
    'bundle/hash-mismatch',
    { path: `${at}/versions/0.1`, method: 'PUT', body: { ...good, bundle: '{}' } },
  ],
  [
    'a conversation mode that is none',
    400,
    'request/invalid',
    { path: `${at}/deactivate`, body: { reason: 'x', conversations: 'kill', message: '' } },
  ],
]

describe('whatever comes in, a coded problem goes out', () => {
  test('each of the cases, and the engine still answers', async () => {
    const { url } = await scratchEngine()
    await putToWork(url, countingBot())
    for (const [says, status, code, call] of CASES) {
      const answer = await signedCall(url, call)
      expect({ says, status: answer.status, code: answer.json.code }).toEqual({ says, status, code })
      expect(answer.json.message).toContain(FAULTS[code])
    }
    expect(await signedCall(url, { path: messages, body: { id: 'a', text: 'x' } })).toMatchObject({
      json: { outcome: 'answered' },
    })
  })

  test('bytes that are no HTTP', async () => {
    const { url } = await scratchEngine()
    const { port, hostname } = new URL(url)
    const said = await new Promise<string>((resolve, reject) => {
      let all = ''
      const socket = connect(Number(port), hostname, () => socket.write('HELLO\r\n\r\n'))
      socket.on('data', part => {
        all += part
      })
      socket.on('error', reject)
      socket.on('end', () => resolve(all))
    })
    expect(said).toMatch(/^HTTP\/1.1 400 .*\{.*"code":"request\/invalid"/s)
  })

  test('every answer carries the security headers, errors too', async () => {
    const { url } = await scratchEngine()
    for (const path of ['/health', '/nothing', '/v1/engine', '/chat/bot_none']) {
      const { headers } = await fetch(url + path)
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
      expect(headers.get('content-security-policy')).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('access-control-allow-origin')).toBeNull()
    }
    expect(await (await fetch(`${url}/health`)).json()).toEqual({ status: 'ok' })
  })
})

describe('the web chat takes nothing from elsewhere', () => {
  const visitor = 'v'.repeat(32)
  const chat = (url: string, headers: Record<string, string> = {}, to = visitor) =>
    fetch(`${url}/chat/${COUNTING_BOT}/${to}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ id: 'a', text: 'hello' }),
    })

  test('another origin, a short visitor id, a form', async () => {
    const { url } = await scratchEngine()
    await putToWork(url, countingBot())
    expect((await chat(url, { origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await chat(url, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await chat(url, { origin: 'null' })).status).toBe(403)
    expect((await chat(url, {}, 'short')).status).toBe(400)
    expect((await chat(url, { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await chat(url, { origin: url, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })

  test('messages only go out: no events, no values', async () => {
    const { url } = await scratchEngine()
    await putToWork(url, countingBot())
    expect(Object.keys((await (await chat(url)).json()) as object)).toEqual([
      'outcome',
      'messages',
      'answering',
    ])
  })

  test('a visitor in a hurry is slowed down', async () => {
    const now = Date.now()
    const { url } = await scratchEngine({ now: () => now })
    await putToWork(url, countingBot())
    const statuses: number[] = []
    for (let time = 0; time < 25; time += 1) statuses.push((await chat(url)).status)
    expect(statuses.filter(status => status === 200)).toHaveLength(20)
    expect(statuses.at(-1)).toBe(429)
  })
})
