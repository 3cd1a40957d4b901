import { expect, onTestFinished, test } from 'vitest'
import { signRequest } from '../../../src-shared/publish/sign-request.ts'
import { ACCOUNT, AUTH_TOKEN, CALLER, json, LINE, openTwilio, tellAsTwilio } from '../../loopback/twilio.ts'
import { channelEngine } from './channel-engine.ts'
import { countingBot } from './counting-bot.ts'
import { scratchEngine, scratchFolder } from './scratch-engine.ts'
import { KEY_ID, SECRET } from './test-key.ts'

const LINK = 'https://shop.example/a1'
const OPTIONS = { ringSeconds: 0, text: 'Chat with us: {link} – see you', link: LINK }

/** A line that is never answered, with Twilio on this machine. */
async function line(options: object = {}, more: object = {}) {
  const clock = { at: Date.now() }
  const twilio = await openTwilio()
  onTestFinished(() => {
    twilio.close()
    expect(twilio.wrong).toEqual([])
  })
  const channel = {
    ...{ kind: 'missedCall', account: ACCOUNT, handle: LINE, secrets: { authToken: AUTH_TOKEN } },
    ...{ options: { ...OPTIONS, ...options }, ...more },
  }
  const run = { dataFolder: scratchFolder(), twilioUrl: twilio.url, now: () => clock.at }
  const engine = await channelEngine(countingBot(), channel, run)
  const webhook = `${engine.url}/channels/${engine.id}/call`
  let calls = 0
  const ring = async (fields: object = {}, token?: string) => {
    calls += 1
    const CallSid = `CA${String(calls).padStart(32, '0')}`
    const told = { CallSid, AccountSid: ACCOUNT, From: CALLER, To: LINE, CallStatus: 'ringing', ...fields }
    const answer = await tellAsTwilio(webhook, told, token)
    const said = { status: answer.status, text: await answer.text(), at: Date.now() }
    await engine.settle()
    return said
  }
  const verify = () => engine.ask('/verify', undefined, 'POST')
  return { ...engine, run, clock, twilio, webhook, ring, verify }
}

async function activeLine(options?: object) {
  const made = await line(options)
  expect((await made.verify()).json).toMatchObject({
    state: 'active',
    link: `tel:${LINE}`,
    webhook: made.webhook,
  })
  return made
}

const notesOf = async (engine: Awaited<ReturnType<typeof line>>) =>
  (await engine.events()).map(({ sort, state, note }) => [sort, state, note])

test('a call is refused as busy, and within five seconds the caller has a text with the link (requirements.md NHN-44, D-24)', async () => {
  const engine = await activeLine({ ringSeconds: 1 })
  const from = Date.now()
  const said = await engine.ring()
  // The engine's clock is the test's.
  engine.clock.at += 1000
  expect(said).toMatchObject({
    status: 200,
    text: expect.stringContaining('<Response><Reject reason="busy"/></Response>'),
  })
  expect(said.at - from).toBeGreaterThanOrEqual(1000)
  await engine.settle()
  const { url, id } = engine
  expect(engine.twilio.texts).toMatchObject([
    {
      ...{ To: CALLER, From: LINE, Body: `Chat with us: ${LINK} – see you` },
      StatusCallback: `${url}/channels/${id}/texts`,
    },
  ])
  expect((engine.twilio.texts[0]?.at ?? 0) - said.at).toBeLessThan(5000)
  expect(await notesOf(engine)).toEqual([
    ['sent', 'done', null],
    ['call', 'taken', null],
  ])
})

test('the text is on the disk before the rings are over, and goes out after a restart', async () => {
  const engine = await activeLine({ ringSeconds: 12 })
  const asked = tellAsTwilio(engine.webhook, { CallSid: `CA${'9'.repeat(32)}`, From: CALLER })
  await expect.poll(async () => (await engine.events()).length).toBe(2)
  // An engine that ends answers who waits.
  const closing = engine.close()
  expect((await asked).status).toBe(200)
  await closing
  expect(engine.twilio.texts).toEqual([])
  engine.clock.at += 12_000
  const next = await scratchEngine(engine.run)
  await next.settle()
  expect(engine.twilio.texts).toMatchObject([{ To: CALLER }])
})

test('one text for each caller in ten minutes; the same call told twice is one', async () => {
  const engine = await activeLine()
  const same = { CallSid: `CA${'a'.repeat(32)}` }
  await engine.ring(same)
  expect((await engine.ring(same)).text).toContain('<Reject')
  engine.clock.at += 9 * 60_000
  await engine.ring()
  expect(engine.twilio.texts).toHaveLength(1)
  await engine.ring({ From: '+442071838750' })
  engine.clock.at += 61_000
  await engine.ring()
  expect(engine.twilio.texts.map(({ To }) => To)).toEqual([CALLER, '+442071838750', CALLER])
  expect(await notesOf(engine)).toContainEqual([
    'call',
    'taken',
    'The caller was sent a text within the last ten minutes.',
  ])
})

test('who shows no number gets no text and is counted', async () => {
  const engine = await activeLine()
  for (const From of ['anonymous', '+266696687', '', 'sip:anna@example.com'])
    expect((await engine.ring({ From })).text).toContain('<Reject')
  expect(engine.twilio.texts).toEqual([])
  const noted = ['call', 'taken', 'The caller shows no number that can be written to.']
  expect(await notesOf(engine)).toEqual([noted, noted, noted, noted])
  const headers = { 'x-parley-key': KEY_ID, 'x-signature': signRequest(SECRET, engine.clock.at / 1000, '') }
  const metrics = await fetch(`${engine.url}/v1/metrics`, { headers })
  expect(await metrics.text()).toContain('parley_missed_calls_total{outcome="withheld"} 4')
})

test('a landline is logged: when Twilio refuses it at once, and when the network finds out', async () => {
  const engine = await activeLine()
  engine.twilio.instead.push(json(400, { code: 21614, message: `${CALLER} is not a mobile number` }))
  await engine.ring()
  const why = 'The number of the caller takes no text messages, such as a landline. (21614)'
  expect(await notesOf(engine)).toContainEqual(['sent', 'dead', why])
  expect(await engine.view()).toMatchObject({ state: 'active', lastError: why })
  await engine.ring({ From: '+442071838750' })
  const status = {
    ...{ MessageSid: engine.twilio.texts[0]?.sid ?? '', MessageStatus: 'undelivered', ErrorCode: '30006' },
    ...{ To: '+442071838750', From: LINE },
  }
  const callback = `${engine.url}/channels/${engine.id}/texts`
  for (let times = 0; times < 2; times += 1) expect((await tellAsTwilio(callback, status)).status).toBe(200)
  expect((await engine.events()).filter(({ sort }) => sort === 'status')).toMatchObject([
    {
      note: 'The caller has a landline, or their network cannot be reached. (30006)',
      contact: /442071838750$/,
    },
  ])
})

test('a passing failure is tried again, and a token that is none stops the line', async () => {
  const engine = await activeLine()
  engine.twilio.instead.push({ status: 503 }, json(401, { code: 20003, message: 'no' }))
  await engine.ring()
  engine.clock.at += 1000
  await engine.settle()
  expect(await engine.view()).toMatchObject({ state: 'inactive', deliveries: { held: 1 } })
  await engine.ring({ From: '+442071838750' })
  expect(await notesOf(engine)).toContainEqual(['call', 'taken', 'The channel is not active.'])
  engine.clock.at += 3_600_001
  await engine.verify()
  await engine.settle()
  expect(engine.twilio.texts).toEqual([])
  expect(await notesOf(engine)).toContainEqual(['sent', 'dead', 'The call is too long ago.'])
})

test('another signature, body, address or kind of channel is refused', async () => {
  const engine = await activeLine()
  expect((await engine.ring({}, 'another-token')).status).toBe(403)
  expect((await engine.view()).lastError).toContain('auth token')
  expect((await tellAsTwilio(`${engine.webhook}?x=1`, { CallSid: `CA${'1'.repeat(32)}` })).status).toBe(200)
  const unsigned = await fetch(engine.webhook, {
    method: 'POST',
    body: new URLSearchParams({ CallSid: 'x' }),
  })
  expect(unsigned.status).toBe(403)
  expect((await engine.ring({ CallSid: 'x' })).status).toBe(400)
  const nobody = engine.webhook.replace(engine.id, `ch${'0'.repeat(16)}`)
  expect((await tellAsTwilio(nobody, {})).status).toBe(404)
  expect((await tellAsTwilio(engine.webhook.replace(/call$/, 'webhook'), {})).status).toBe(404)
})

test.each([
  ['a number that is not the account’s', { handle: '+551133334444' }, 'no such number'],
  ['another token', { secrets: { authToken: 'another-token' } }, '20003'],
  ['no words', { options: { ringSeconds: 0 } }, 'words'],
  ['no account', { account: '' }, 'account'],
])('with %s it is not active', async (_, more, why) => {
  const { verify } = await line({}, more)
  expect(await verify()).toMatchObject({ status: 409, json: { message: expect.stringContaining(why) } })
})

test('who called is found, exported and erased (requirements.md NHN-144)', async () => {
  const engine = await activeLine()
  await engine.ring()
  const contact = `call:${engine.id}:${CALLER.slice(1)}`
  const find = async () => (await engine.call(`/v1/contacts?find=${CALLER.slice(1)}`)).json.contacts
  expect(await find()).toMatchObject([{ contact, lastNumber: 0, state: 'none' }])
  const { records } = (await engine.call(`/v1/contacts/${contact}`)).json as {
    records: Record<string, unknown[]>
  }
  for (const table of ['delivery', 'channel_address', 'channel_event']) expect(records[table]).toHaveLength(1)
  await engine.call('/v1/contacts/erase', { contact, reason: 'asked for it' })
  expect(await find()).toEqual([])
  expect(JSON.stringify(await engine.events())).not.toContain(CALLER.slice(1))
})
