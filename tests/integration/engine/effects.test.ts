import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { NOTHING_CONFIGURED } from '../../../src-engine/effects/effect-config.ts'
import type { RunningEngine } from '../../../src-engine/start-engine.ts'
import type { Transcript, Turns } from '../../../src-shared/publish/conversation-protocol.ts'
import { signRequest, verifySignature } from '../../../src-shared/publish/sign-request.ts'
import type { Answer, Received } from '../../loopback/open-loopback.ts'
import { CALLING_BOT, callingBot } from './calling-bot.ts'
import { spawnEngine } from './engine-process.ts'
import { loopbackServer } from './loopback-server.ts'
import { everythingKept } from './scratch-data.ts'
import { putToWork, scratchEngine, scratchFolder } from './scratch-engine.ts'
import { say, signedCall } from './signed-call.ts'
import { KEY_ID, SECRET } from './test-key.ts'

const KEY = 'a key & a half=ü'
/** What development engines are allowed; the servers of these tests are on this machine. */
const EFFECTS = { ...NOTHING_CONFIGURED, allowPrivate: true, secrets: new Map([['KEY', KEY]]) }

async function pageOf<Page>(url: string, contact: string, page: string): Promise<Page> {
  const path = `/v1/bots/${CALLING_BOT}/conversations/${contact}/${page}`
  return (await signedCall(url, { path })).json as Page
}

/** What both sides said, such as `contact: hello`. */
async function heard(url: string, contact = 'anna'): Promise<string[]> {
  const { messages } = await pageOf<Transcript>(url, contact, 'messages')
  return messages.map(({ from, text }) => `${from}: ${text}`)
}

async function eventsOf(url: string, contact = 'anna'): Promise<Record<string, unknown>[]> {
  const { turns } = await pageOf<Turns>(url, contact, 'turns')
  return turns.flatMap(({ events }) => events)
}

async function doneOf(url: string, contact = 'anna'): Promise<unknown> {
  return (await eventsOf(url, contact)).find(({ type }) => type === 'effectDone')
}

/** Says something that makes the bot call, and waits until nothing is under way. */
async function converse(engine: RunningEngine, contact = 'anna'): Promise<string[]> {
  await say(engine.url, { bot: CALLING_BOT, contact }, { id: 'a', text: 'hello' })
  await engine.settle()
  return (await heard(engine.url, contact)).slice(1, 2)
}

async function engineFor(shape: Parameters<typeof callingBot>[0], effects = EFFECTS): Promise<RunningEngine> {
  const engine = await scratchEngine({ effects })
  await putToWork(engine.url, callingBot(shape))
  return engine
}

function unlessProven(isProven: boolean): Answer {
  return { status: isProven ? 200 : 401, body: '{}' }
}

describe('API calls prove who they are (NHN-26, NHN-148)', () => {
  const posted = { method: 'POST', body: { as: 'json', json: '{"é": "{{SAID}}"}' } } as const

  test.each([
    [
      { scheme: 'basic', identity: 'me:ü' },
      ({ headers }: Received) =>
        headers.authorization === `Basic ${Buffer.from(`me:ü:${KEY}`).toString('base64')}`,
    ],
    [
      { scheme: 'bearer' },
      ({ headers }: Received) =>
        Buffer.from(headers.authorization ?? '', 'latin1').toString() === `Bearer ${KEY}`,
    ],
    [
      { scheme: 'apiKey', identity: 'X-Tenant-Key' },
      ({ headers }: Received) => Buffer.from(String(headers['x-tenant-key']), 'latin1').toString() === KEY,
    ],
    [
      { scheme: 'apiKey' },
      ({ headers }: Received) => Buffer.from(String(headers['x-api-key']), 'latin1').toString() === KEY,
    ],
    [
      { scheme: 'hmac' },
      ({ headers, body }: Received) =>
        verifySignature({ header: headers['x-signature'], secrets: [KEY], body, now: Date.now() }).ok,
    ],
  ])('%j', async (auth, isProven) => {
    const api = await loopbackServer(request => unlessProven(isProven(request)))
    const engine = await engineFor({ call: { url: `${api.url}/x`, ...posted }, auth })
    expect(await converse(engine)).toEqual(['bot: good'])
    expect(api.received[0]).toMatchObject({
      method: 'POST',
      body: '{"é": ""}',
      headers: { 'content-type': 'application/json' },
    })
  })

  test('OAuth2: a token is asked for once, and again when it was revoked', async () => {
    let tokens = 0
    let valid = ''
    const api = await loopbackServer(request => {
      if (request.path !== '/token') return unlessProven(request.headers.authorization === `Bearer ${valid}`)
      const client = `me:${new URLSearchParams({ '': KEY }).toString().slice(1)}`
      const isClient = request.headers.authorization === `Basic ${Buffer.from(client).toString('base64')}`
      if (!isClient || request.body !== 'grant_type=client_credentials&scope=a+b') return { status: 400 }
      tokens += 1
      valid = `token-${tokens}`
      return {
        status: 200,
        body: JSON.stringify({ access_token: valid, token_type: 'Bearer', expires_in: 300 }),
      }
    })
    let at = Date.now()
    const engine = await scratchEngine({ effects: EFFECTS, now: () => at })
    const auth = { scheme: 'oauth2', identity: 'me', tokenUrl: `${api.url}/token`, scope: 'a b' }
    await putToWork(engine.url, callingBot({ call: { url: `${api.url}/x`, ...posted }, auth }))
    expect([await converse(engine), await converse(engine, 'bert'), tokens]).toEqual([
      ['bot: good'],
      ['bot: good'],
      1,
    ])
    valid = 'revoked'
    expect([await converse(engine, 'carla'), tokens]).toEqual([['bot: good'], 2])
    at += 280_000
    expect([await converse(engine, 'dora'), tokens]).toEqual([['bot: good'], 3])
  })

  test.each([
    ['nonsense', { status: 200, body: '<html>' }, 'The answer to the request for a token holds none.'],
    ['a refusal', { status: 400, body: '{}' }, 'The token was refused with status 400.'],
  ])('OAuth2: %s instead of a token', async (_, answer, message) => {
    const api = await loopbackServer(() => answer)
    const auth = { scheme: 'oauth2', tokenUrl: `${api.url}/token` }
    const engine = await engineFor({ call: { url: `${api.url}/x`, retries: 3 }, auth })
    expect(await converse(engine)).toEqual(['bot: bad '])
    expect(await doneOf(engine.url)).toMatchObject({ outcome: 'failed', message })
    expect(api.received).toHaveLength(1)
  })

  test('a secret the engine does not have is named, and nothing is sent', async () => {
    const api = await loopbackServer(() => ({ status: 200 }))
    const effects = { ...EFFECTS, secrets: new Map([['OTHER', KEY]]) }
    const engine = await engineFor({ call: { url: api.url }, auth: { scheme: 'bearer' } }, effects)
    expect(await converse(engine)).toEqual(['bot: bad '])
    expect(await doneOf(engine.url)).toMatchObject({ message: expect.stringContaining('PARLEY_SECRET_KEY') })
    expect(api.received).toEqual([])
  })

  test('no secret is in the data, whatever was done with it', async () => {
    const api = await loopbackServer(() => ({ status: 500, body: '{}' }))
    const dataFolder = scratchFolder()
    const engine = await scratchEngine({ effects: EFFECTS, dataFolder })
    await putToWork(engine.url, callingBot({ call: { url: api.url }, auth: { scheme: 'apiKey' } }))
    expect(await converse(engine)).toEqual(['bot: bad 500'])
    await engine.close()
    expect(await everythingKept(dataFolder)).not.toContain(KEY)
  })
})

describe('answers that do not come as hoped (NHN-26)', () => {
  test('none in time', async () => {
    const api = await loopbackServer(() => null)
    const engine = await engineFor({ call: { url: api.url, timeoutMs: 150 } })
    expect(await converse(engine)).toEqual(['bot: late'])
  })

  test('half of one', async () => {
    const half = { status: 200, headers: { 'content-length': '10' }, body: '{"a":', cut: true } as const
    const api = await loopbackServer(() => half)
    const engine = await engineFor({ call: { url: api.url } })
    expect(await converse(engine)).toEqual(['bot: bad '])
    expect(await doneOf(engine.url)).toMatchObject({ message: 'The connection was closed.' })
  })

  test('what is wrong for a moment is tried again, as often as the block says', async () => {
    const api = await loopbackServer((_, number) => ({
      status: number === 1 ? 503 : number === 2 ? 429 : 200,
    }))
    const engine = await engineFor({ call: { url: api.url, retries: 2 } })
    expect(await converse(engine)).toEqual(['bot: good'])
    expect(api.received).toHaveLength(3)
  })

  test('at most so often, and never what could do its work twice', async () => {
    const api = await loopbackServer(() => ({ status: 503 }))
    const engine = await engineFor({ call: { url: api.url, retries: 1 } })
    expect(await converse(engine)).toEqual(['bot: bad 503'])
    expect(api.received).toHaveLength(2)
    const posting = await engineFor({ call: { url: api.url, retries: 3, method: 'POST' } })
    expect(await converse(posting)).toEqual(['bot: bad 503'])
    expect(api.received).toHaveLength(3)
  })

  test('a pause the other side asks for is kept, or not waited for when it is too long', async () => {
    const times: number[] = []
    const api = await loopbackServer((_, number) => {
      times.push(performance.now())
      return number === 1 ? { status: 503, headers: { 'retry-after': '1' } } : { status: 200 }
    })
    const engine = await engineFor({ call: { url: api.url, retries: 1 } })
    expect(await converse(engine)).toEqual(['bot: good'])
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(990)
    const busy = await loopbackServer(() => ({ status: 503, headers: { 'retry-after': '60' } }))
    const impatient = await engineFor({ call: { url: busy.url, retries: 3 } })
    expect(await converse(impatient)).toEqual(['bot: bad 503'])
    expect(busy.received).toHaveLength(1)
  })

  test('a redirect is an answer, and is not followed', async () => {
    const elsewhere = await loopbackServer(() => ({ status: 200 }))
    const api = await loopbackServer(() => ({ status: 302, headers: { location: elsewhere.url } }))
    const engine = await engineFor({ call: { url: api.url }, auth: { scheme: 'bearer' } })
    expect(await converse(engine)).toEqual(['bot: bad 302'])
    expect(elsewhere.received).toEqual([])
  })

  test.each([
    [1_048_576, 'bot: good', { outcome: 'answered', status: 200 }],
    [1_048_577, 'bot: bad ', { outcome: 'failed', message: 'The answer is larger than 1 MiB.' }],
  ])('an answer of %i bytes', async (size, said, done) => {
    const api = await loopbackServer(() => ({ status: 200, body: ' '.repeat(size) }))
    const engine = await engineFor({ call: { url: api.url } })
    expect(await converse(engine)).toEqual([said])
    expect(await doneOf(engine.url)).toMatchObject(done)
  })

  test('an answer in an old charset is read as it was meant', async () => {
    const headers = { 'content-type': 'application/json; charset=ISO-8859-1' }
    const api = await loopbackServer(() => ({
      status: 200,
      headers,
      body: Buffer.from('{"a":"São"}', 'latin1'),
    }))
    const mapping = [{ path: '$.a', variable: 'var_said' as never }]
    const engine = await engineFor({ call: { url: api.url, mapping } })
    await converse(engine)
    expect(await eventsOf(engine.url)).toContainEqual(expect.objectContaining({ name: 'SAID', value: 'São' }))
  })

  test('nobody there', async () => {
    const engine = await engineFor({ call: { url: 'http://127.0.0.1:1/', retries: 1 } })
    expect(await converse(engine)).toEqual(['bot: bad '])
    expect(await doneOf(engine.url)).toMatchObject({ message: 'The connection was refused.' })
  })
})

describe('bots reach nothing but the internet (NHN-26, NHN-148)', () => {
  test.each([
    'https://127.0.0.1:PORT/',
    'https://localhost:PORT/',
    'https://0x7f.1:PORT/',
    'https://2130706433:PORT/',
    'https://[::1]:PORT/',
    'https://[::ffff:127.0.0.1]:PORT/',
    'https://[64:ff9b::7f00:1]:PORT/',
    'https://169.254.169.254/latest/meta-data',
    'https://10.0.0.1/',
    'https://[fd00::1]/',
    'http://localhost:PORT/',
  ])('%s', async url => {
    const api = await loopbackServer(() => ({ status: 200 }))
    const engine = await engineFor(
      { call: { url: url.replace('PORT', new URL(api.url).port) } },
      { ...EFFECTS, allowPrivate: false },
    )
    expect(await converse(engine)).toEqual(['bot: bad '])
    const message = url.startsWith('https') ? /no public one/ : /Only https/
    expect(await doneOf(engine.url)).toMatchObject({
      outcome: 'failed',
      message: expect.stringMatching(message),
    })
    expect(api.received).toEqual([])
  })

  test.each(['http://192.0.2.1', 'http://example.invalid', 'ftp://127.0.0.1'])(
    'plain %s is not asked, even in development',
    async base => {
      const engine = await engineFor({ base, call: { url: '{{BASE}}/x' } })
      expect(await converse(engine)).toEqual(['bot: bad '])
    },
  )
})

/** Sends messages on one connection, one behind the other without waiting: they come in this order. */
function sayAtOnce(
  url: string,
  messages: readonly Readonly<{ id: string; text: string }>[],
): Promise<string> {
  const requests = messages.map((message, index) => {
    const body = JSON.stringify(message)
    return [
      `POST /v1/bots/${CALLING_BOT}/conversations/anna/messages HTTP/1.1`,
      'host: engine',
      'content-type: application/json',
      `content-length: ${body.length}`,
      `x-parley-key: ${KEY_ID}`,
      `x-signature: ${signRequest(SECRET, (Date.now() + index) / 1000, body)}`,
      ...(index === messages.length - 1 ? ['connection: close'] : []),
      '',
      body,
    ].join('\r\n')
  })
  return new Promise((resolve, reject) => {
    let answers = ''
    const { hostname, port } = new URL(url)
    const socket = connect(Number(port), hostname, () => socket.write(requests.join('')))
    socket.on('data', part => {
      answers += part
    })
    socket.on('error', reject)
    socket.on('end', () => resolve(answers))
  })
}

test('what is written while a call is under way is answered after it, in order (D-20)', async () => {
  let release = () => {}
  const released = new Promise<void>(resolve => {
    release = resolve
  })
  const api = await loopbackServer(() => released.then(() => ({ status: 200 })))
  const engine = await engineFor({ call: { url: api.url } })
  const anna = { bot: CALLING_BOT, contact: 'anna' }
  await say(engine.url, anna, { id: 'a', text: 'hello' })
  const texts = ['one', 'two', 'three']
  const answers = sayAtOnce(
    engine.url,
    texts.map(text => ({ id: text, text })),
  )
  // Other people are not held up.
  await say(engine.url, { ...anna, contact: 'bert' }, { id: 'a', text: 'hello' })
  expect(await heard(engine.url)).toEqual(['contact: hello'])
  release()
  expect((await answers).match(/HTTP\/1\.1 200/g)).toHaveLength(texts.length)
  expect(await heard(engine.url)).toEqual([
    'contact: hello',
    'bot: good',
    'bot: ?',
    'contact: one',
    'bot: you said one',
    'bot: ?',
    'contact: two',
    'bot: you said two',
    'bot: ?',
    'contact: three',
    'bot: you said three',
    'bot: ?',
  ])
})

describe('kill -9 while a call is under way', () => {
  const env = { PARLEY_ENGINE_ALLOW_PRIVATE: '1', PARLEY_SECRET_KEY: KEY }

  test.each([
    ['POST', 1, 'bot: bad '],
    ['GET', 2, 'bot: good'],
  ] as const)('%s: %i requests in all', async (method, requests, said) => {
    const api = await loopbackServer((_, number) => (number === 1 ? null : { status: 200 }))
    const folder = scratchFolder()
    const first = await spawnEngine(folder, env)
    await putToWork(first.url, callingBot({ call: { url: api.url, method }, auth: { scheme: 'bearer' } }))
    await say(first.url, { bot: CALLING_BOT, contact: 'anna' }, { id: 'a', text: 'hello' })
    await expect.poll(() => api.received.length).toBe(1)
    first.kill('SIGKILL')
    await first.ended
    const second = await spawnEngine(folder, env)
    await expect.poll(() => heard(second.url)).toEqual(['contact: hello', said, 'bot: ?'])
    expect(api.received).toHaveLength(requests)
    expect(`${second.said().log}${second.said().out}`).not.toContain(KEY)
    const anna = { bot: CALLING_BOT, contact: 'anna' }
    expect(await say(second.url, anna, { id: 'b', text: 'on' })).toMatchObject({
      messages: [{ text: 'you said on' }, {}],
    })
  })
})
