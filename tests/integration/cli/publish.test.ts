import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningEngine, startEngine } from '../../../src-engine/start-engine.ts'
import type { TestcaseId } from '../../../src-shared/document/ids.ts'
import { addExpectation, newTestcase } from '../../../src-shared/edit/edit-test.ts'
import { runParley } from './run-parley.ts'
import { scratchFile } from './scratch-file.ts'

const CASEY = 'assets/samples/casey.json'
const SECRET = 'a-secret-only-the-tests-know'
const ENV = { PARLEY_KEY: `ci:${SECRET}` }
const folder = mkdtempSync(join(tmpdir(), 'parley-cli-engine-'))

let engine: RunningEngine

beforeAll(async () => {
  engine = await startEngine({ dataFolder: folder, keys: new Map([['ci', [SECRET]]]), logLevel: 'silent' })
})

afterAll(async () => {
  await engine.close()
  rmSync(folder, { recursive: true, force: true })
})

function publish(
  bot: string,
  options: readonly string[] = [],
  env: Readonly<Record<string, string>> = ENV,
  url = engine.url,
) {
  return runParley(['publish', bot, '--engine', url, '--key-env', 'PARLEY_KEY', ...options], env)
}

describe('publishing to an engine', () => {
  test('numbers follow D-01 and D-02: new content counts on, the same content keeps its number', async () => {
    const text = readFileSync('assets/samples/orders.json', 'utf8')
    const greeting = (words: string) =>
      scratchFile('orders.json', text.replace('Welcome to the shop!', words))
    expect(await publish(greeting('Welcome!'))).toEqual({
      code: 0,
      out: 'published  bot_orders 0.1\nactive     none',
      err: '',
    })
    expect((await publish(greeting('Welcome!'))).out).toContain('bot_orders 0.1')
    expect((await publish(greeting('Come in!'))).out).toContain('bot_orders 0.2')
    const active = await publish(greeting('Come in!'), ['--activate'])
    expect(active).toEqual({
      code: 0,
      out: `published  bot_orders 0.2\nactive     1\nchat       ${engine.url}/chat/bot_orders`,
      err: '',
    })
    expect((await publish(greeting('Come in!'), ['--activate'])).out).toContain('active     1 (as before)')
    expect((await publish(greeting('Hello!'), ['--note', 'Friendlier'])).out).toBe(
      'published  bot_orders 1.1\nactive     1',
    )
  })

  test('a number may be given; other content under the same number is refused', async () => {
    expect((await publish(CASEY, ['--version', '0.7'])).out).toContain('bot_casey 0.7')
    const other = scratchFile(
      'casey.json',
      readFileSync(CASEY, 'utf8').replace('Good', 'Very good').replace('Get well soon!', 'Be well!'),
    )
    const taken = await publish(other, ['--version', '0.7'])
    expect(taken).toMatchObject({ code: 1, out: '' })
    expect(taken.err).toContain('0.7')
  })

  test('a bot with errors is not even sent', async () => {
    const broken = scratchFile('broken.json', readFileSync(CASEY, 'utf8').replaceAll('{{PHONE}}', '{{FONE}}'))
    const refused = await publish(broken, [], ENV, 'http://127.0.0.1:9')
    expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining('formula/unknown-name') })
  })
})

describe('the checklist (KAL-01)', () => {
  test('a bot on a channel whose steps are open is published and not activated', async () => {
    const orders = readFileSync('assets/samples/orders.json', 'utf8')
    const bot = scratchFile(
      'bound.json',
      orders
        .replaceAll('bot_orders', 'bot_bound')
        .replace('"type":"bot",', '"type":"bot","settings":{"channels":["sms"]},'),
    )
    const held = await publish(bot, ['--activate'])
    expect(held).toMatchObject({ code: 1, out: 'published  bot_bound 0.1' })
    expect(held.err).toContain('onboarding/kyc-not-approved\n    KYC: to do.')
    expect(held.err).toContain('Channel activation (SMS): to do.')
  })
})

describe('keys', () => {
  test('one whose tests fail needs a reason (issue 5, point 6)', async () => {
    const document = JSON.parse(readFileSync('assets/samples/orders.json', 'utf8'))
    const failing = addExpectation(
      newTestcase({
        id: 'test_a' as TestcaseId,
        name: 'Greets',
        at: 0,
        input: { type: 'message', text: 'Hi' },
      }),
      0,
      { is: 'message', text: 'never said' },
    )
    const bot = scratchFile(
      'failing.json',
      JSON.stringify({ ...document, records: [...document.records, failing] }),
    )
    const refused = await publish(bot)
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('Greets')
    expect((await publish(bot, ['--override', 'Known'])).code).toBe(0)
  })

  test('a wrong secret is refused by the engine', async () => {
    const refused = await publish(CASEY, [], { PARLEY_KEY: 'ci:some-other-secret-of-nobody' })
    expect(refused).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('does not accept this key'),
    })
    expect(refused.err).not.toContain('some-other-secret-of-nobody')
  })

  test.each([
    [{}, 'PARLEY_KEY is not set'],
    [{ PARLEY_KEY: 'no-colon' }, 'should hold keyId:secret'],
  ])('a variable without a key is wrong usage: %j', async (env, message) => {
    expect(await publish(CASEY, [], env as Record<string, string>)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining(message),
    })
  })

  test('so are an address that is none and a version that is none', async () => {
    expect((await publish(CASEY, [], ENV, 'engine.example')).code).toBe(2)
    expect((await publish(CASEY, ['--version', 'one'])).code).toBe(2)
  })
})

describe('engines that are none (exit code 4)', () => {
  const SILENT = 'did not answer in time'

  test('nobody listens', async () => {
    expect(await publish(CASEY, [], ENV, 'http://127.0.0.1:1')).toMatchObject({
      code: 4,
      out: '',
      err: expect.stringContaining('The engine cannot be reached.'),
    })
  })

  test.each<[string, RequestListener, string]>([
    ['one that fails', (_, response) => response.writeHead(500).end('oops'), 'It answered 500'],
    [
      'one that says something else',
      (_, response) => response.writeHead(200).end('<html>Welcome</html>'),
      'It is not JSON',
    ],
    ['one that never answers', () => undefined, SILENT],
    [
      'one that closes half-way',
      (request, response) =>
        void response
          .writeHead(200, { 'content-length': '100' })
          .write('{"bot":', () => request.socket.destroy()),
      'cannot be reached',
    ],
  ])('%s', async (_, listener, message) => {
    const fake = await fakeEngine(listener)
    const limit = message === SILENT ? '0.5' : '20'
    const refused = await publish(CASEY, ['--timeout', limit], ENV, fake.url)
    await fake.close()
    expect(refused).toMatchObject({ code: 4, out: '', err: expect.stringContaining(message) })
    expect(refused.err).not.toMatch(/\n\s+at /)
  })
})

async function fakeEngine(listener: RequestListener) {
  const server = createServer(listener)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    server.closeAllConnections()
    return new Promise<void>(resolve => server.close(() => resolve()))
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
}
