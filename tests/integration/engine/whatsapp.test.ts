import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  APP_SECRET,
  graphError,
  PHONE,
  TOKEN,
  tellAsMeta,
  VERIFY_TOKEN,
  whatsappBody,
  whatsappEntry,
  whatsappMessage,
} from '../../loopback/meta.ts'
import { activeChannel, type ChannelEngine, channelEngine } from './channel-engine.ts'
import { COUNTING_BOT, countingBot, publishRequestOf } from './counting-bot.ts'
import { partsBot } from './parts-bot.ts'
import { clientOf } from './scratch-engine.ts'

const CHANNEL = { kind: 'whatsapp', account: PHONE }
const HOUR = 3_600_000
const PNG = readFileSync('docs/pictures/library.png')

const textsOf = ({ meta }: ChannelEngine) =>
  meta.sent.map(({ body }) => (body.text as { body: string } | undefined)?.body)

async function told(engine: ChannelEngine, body: unknown): Promise<void> {
  expect(await tellAsMeta(engine.url, engine.id, body)).toBe(200)
  await engine.settle()
}

const say = (text: string, from?: object) => whatsappMessage({ text: { body: text } }, from)

describe('WhatsApp: what is told', () => {
  test('every message of every change of every entry is answered once, in its order (requirements.md NHN-41)', async () => {
    const engine = await activeChannel(countingBot(), CHANNEL)
    const other = { from: '5571999990000' }
    const [a, b, c, d] = [say('hi'), say('one'), say('hi', other), say('two')]
    const first = whatsappEntry([a, b])
    const second = {
      ...whatsappEntry([c]),
      changes: [...whatsappEntry([c]).changes, ...whatsappEntry([d]).changes],
    }
    const whole = { object: 'whatsapp_business_account', entry: [first, second] }
    await told(engine, whole)
    await told(engine, whole)
    await told(engine, whatsappBody([d]))
    const to = (number: string) =>
      engine.meta.sent.filter(({ body }) => body.to === number).map(({ body }) => body.text)
    expect(to('16505551234')).toEqual(
      ['Say something', '1: one', 'Say something', '2: two', 'Say something'].map(body => ({ body })),
    )
    expect(to('5571999990000')).toEqual([{ body: 'Say something' }])
    expect(engine.meta.sent.every(({ path }) => path === `/v25.0/${PHONE}/messages`)).toBe(true)
    expect(await engine.view()).toMatchObject({
      state: 'active',
      deliveries: { done: 6, waiting: 0, dead: 0 },
    })
  })

  test('a wrong signature, a changed body and another challenge are refused', async () => {
    const engine = await activeChannel(countingBot(), CHANNEL)
    const body = JSON.stringify(whatsappBody([say('hi')]))
    for (const how of [
      { secret: 'another-secret' },
      { header: 'sha1=abc' },
      { header: `sha256=${'0'.repeat(64)}` },
    ])
      expect(await tellAsMeta(engine.url, engine.id, body, how)).toBe(401)
    expect(await tellAsMeta(engine.url, engine.id, 'no JSON')).toBe(400)
    expect(await tellAsMeta(engine.url, engine.id, { object: 'page', entry: [] })).toBe(400)
    expect(await tellAsMeta(engine.url, `ch${'0'.repeat(16)}`, body)).toBe(404)
    await engine.settle()
    expect(engine.meta.sent).toEqual([])
    expect((await engine.view()).lastError).toContain('wrong signature')
    const ask = async (token: string) => {
      const query = `hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=1158201444`
      const response = await fetch(`${engine.url}/channels/${engine.id}/webhook?${query}`)
      return [response.status, await response.text()]
    }
    expect(await ask(VERIFY_TOKEN)).toEqual([200, '1158201444'])
    expect((await ask('wrong-token'))[0]).toBe(403)
  })

  test('who hides their number is reached by their id, and stays who they are when it changes', async () => {
    const engine = await activeChannel(countingBot(), CHANNEL)
    const user = 'BR.13491208655302741918'
    const contacts = [{ user_id: user, profile: { name: 'Ana', username: '@ana' } }]
    await told(engine, whatsappBody([say('hi', { from_user_id: user })], { contacts }))
    await told(engine, whatsappBody([say('one', { from_user_id: user })], { contacts }))
    expect(engine.meta.sent.map(({ body }) => [body.recipient, body.to])).toEqual(
      Array.from({ length: 3 }, () => [user, undefined]),
    )
    const system = { type: 'user_changed_user_id', body: 'changed', user_id: 'BR.2' }
    await told(engine, whatsappBody([whatsappMessage({ system }, { from_user_id: user })], { contacts }))
    const both = { from: '5571999990000', from_user_id: 'BR.2' }
    await told(engine, whatsappBody([say('two', both)], { contacts: [] }))
    expect(textsOf(engine).slice(-2)).toEqual(['2: two', 'Say something'])
    expect(engine.meta.sent.at(-1)?.body).toMatchObject({ to: '5571999990000' })
    // The number went to somebody else, who has another id.
    await told(engine, whatsappBody([say('hello', { ...both, from_user_id: 'BR.3' })], { contacts: [] }))
    expect(textsOf(engine).at(-1)).toBe('Say something')
  })

  test('options, places, files, referrals and what nothing can be done with', async () => {
    const engine = await activeChannel(partsBot(), CHANNEL)
    engine.meta.files.set('555', { bytes: PNG, mime: 'image/png' })
    engine.meta.files.set('666', { bytes: PNG, mime: 'image/png', size: 30_000_000 })
    await told(engine, whatsappBody([say('Hi')]))
    expect(engine.meta.sent.at(-1)?.body.type).toBe('interactive')
    await told(engine, whatsappBody([say('1')]))
    const rows = JSON.stringify(engine.meta.sent.at(-1)?.body)
    expect(rows).toContain('opt_papers')
    const choose = (id: string, title: string) =>
      whatsappMessage({ interactive: { type: 'list_reply', list_reply: { id, title, description: 'x' } } })
    await told(engine, whatsappBody([choose('opt_papers', 'Send a paper')]))
    expect(textsOf(engine).at(-1)).toBe('Which paper?')
    await told(engine, whatsappBody([whatsappMessage({ sticker: { id: '1', mime_type: 'image/webp' } })]))
    expect(textsOf(engine).at(-1)).toBe('A picture or a document, please.')
    const image = { id: '555', mime_type: 'image/png', sha256: 'x', caption: 'my paper' }
    const tooLarge = whatsappMessage({ document: { id: '666', filename: 'big.pdf' } })
    await told(engine, whatsappBody([tooLarge, whatsappMessage({ image }), say('thanks')]))
    expect(textsOf(engine)).toContain('Thank you for the paper.')
    const notes = (await engine.events()).map(({ note }) => note)
    expect(notes).toContain('The file is larger than 25 MB.')
    const reaction = whatsappMessage({ reaction: { message_id: 'wamid.x', emoji: '👍' } })
    const before = engine.meta.sent.length
    await told(engine, whatsappBody([reaction]))
    expect(engine.meta.sent).toHaveLength(before)
    const referral = { source_id: 'spring', source_type: 'ad', source_url: 'https://fb.me/x', ctwa_clid: 'x' }
    await told(engine, whatsappBody([{ ...say('I saw your ad'), referral }]))
    expect(engine.meta.sent.length).toBeGreaterThan(before)
  })
})

describe('WhatsApp: what is sent', () => {
  test('what fails for now is sent again in its order, as late as it was asked; what cannot be is given up in words', async () => {
    let at = Date.now()
    const engine = await activeChannel(countingBot(), CHANNEL, { now: () => at })
    engine.meta.instead.push(
      { ...graphError(130429, 429), headers: { 'retry-after': '90' } },
      graphError(131000, 500),
    )
    await told(engine, whatsappBody([say('hi'), say('one')]))
    expect(textsOf(engine)).toEqual([])
    at += 80_000
    await engine.settle()
    expect(textsOf(engine)).toEqual([])
    at += 11_000
    await engine.settle()
    at += 5000
    await engine.settle()
    expect(textsOf(engine)).toEqual(['Say something', '1: one', 'Say something'])
    engine.meta.instead.push(graphError(131026))
    await told(engine, whatsappBody([say('two')]))
    expect(textsOf(engine).slice(3)).toEqual(['Say something'])
    const dead = (await engine.events()).find(({ state }) => state === 'dead')
    expect(dead?.note).toContain('The customer cannot get this message')
    expect((await engine.ask('/replay', {})).json).toEqual({ replayed: 1 })
    await engine.settle()
    expect(textsOf(engine).at(-1)).toBe('2: two')
  })

  test('a token that is not accepted any more holds everything until the channel is verified again', async () => {
    const engine = await activeChannel(countingBot(), CHANNEL)
    engine.meta.instead.push(graphError(190, 401))
    await told(engine, whatsappBody([say('hi'), say('one')]))
    expect(await engine.view()).toMatchObject({
      state: 'inactive',
      reason: expect.stringContaining('access token has expired'),
      deliveries: { held: 3, done: 0 },
    })
    await told(engine, whatsappBody([say('two')]))
    expect(textsOf(engine)).toEqual([])
    expect((await engine.ask('/verify', undefined, 'POST')).json).toMatchObject({
      state: 'active',
      reason: '',
    })
    await engine.settle()
    expect(textsOf(engine)).toEqual(['Say something', '1: one', 'Say something', '2: two', 'Say something'])
  })

  test('statuses find their message, and the window is respected (requirements.md NHN-40)', async () => {
    let at = Date.now()
    const engine = await activeChannel(countingBot(), CHANNEL, { now: () => at })
    await told(engine, whatsappBody([say('hi')]))
    const [sent] = engine.meta.sent
    const status = (name: string, more: object = {}) => ({
      id: 'wamid.sent1',
      status: name,
      timestamp: '1750030073',
      recipient_id: '16505551234',
      ...more,
    })
    const statuses = [
      status('delivered'),
      status('read', { biz_opaque_callback_data: sent?.body.biz_opaque_callback_data }),
    ]
    await told(engine, whatsappBody([], { statuses }))
    await told(engine, whatsappBody([], { statuses }))
    const contact = `wa:${engine.id}:16505551234`
    const conversation = `/v1/bots/${COUNTING_BOT}/conversations/${contact}`
    const reports = async () => {
      const { json } = await engine.call(`${conversation}/turns`)
      const turns = json.turns as { events: { type: string; status?: string; message?: number }[] }[]
      return turns
        .flatMap(({ events }) => events)
        .flatMap(({ type, status: said, message }) =>
          type === 'deliveryReported' ? [`${message} ${said}`] : [],
        )
    }
    expect(await reports()).toEqual(['1 delivered', '1 read'])
    const agent = async (id: string, text: string) => {
      const input = { id, type: 'agent', action: 'message', text }
      expect((await engine.call(`${conversation}/inputs`, { input })).status).toBe(200)
      await engine.settle()
    }
    at += 24 * HOUR - 60_000
    await agent('a1', 'Still *there*?')
    expect(engine.meta.sent).toHaveLength(2)
    at += 60_001
    await agent('a2', 'Too late')
    expect(engine.meta.sent).toHaveLength(2)
    expect((await engine.events())[0]).toMatchObject({
      state: 'dead',
      note: expect.stringContaining('24 hours'),
    })
  })
})

test('a channel is verified before it answers, and stopped by hand; its secrets are never told', async () => {
  const engine = await channelEngine(countingBot(), { ...CHANNEL, secrets: {} })
  const verify = () => engine.ask('/verify', undefined, 'POST')
  expect(await verify()).toMatchObject({ status: 409, json: { code: 'channel/unverified' } })
  const secrets = { appSecret: APP_SECRET, verifyToken: VERIFY_TOKEN, accessToken: 'a-wrong-token' }
  await engine.ask('', { secrets }, 'PUT')
  expect((await verify()).json.message).toContain('access token')
  await engine.ask('', { secrets: { accessToken: TOKEN } }, 'PUT')
  await told(engine, whatsappBody([say('too early')]))
  expect(await verify()).toMatchObject({
    status: 200,
    json: { state: 'active', handle: '+1 555-078-3881', link: 'https://wa.me/15550783881' },
  })
  expect(textsOf(engine)).toEqual([])
  const all = JSON.stringify([await engine.view(), (await engine.call('/v1/channels')).json])
  for (const secret of [APP_SECRET, TOKEN, VERIFY_TOKEN]) expect(all).not.toContain(secret)
  await engine.ask('/deactivate', { reason: 'closed for the summer' })
  await told(engine, whatsappBody([say('hello?')]))
  expect(textsOf(engine)).toEqual([])
  expect((await engine.events())[0]).toMatchObject({ direction: 'in', note: 'The channel is not active.' })
  const { json } = await engine.call(`/v1/bots/${COUNTING_BOT}/history`)
  const acts = (json.entries as { action: string }[]).map(({ action }) => action)
  expect(acts.filter(action => action.startsWith('channel.'))).toEqual(
    ['add', 'change', 'change', 'verify', 'deactivate'].map(act => `channel.${act}`),
  )
  expect((await engine.ask('', undefined, 'DELETE')).json).toEqual({ id: engine.id })
  expect((await engine.ask('')).status).toBe(404)
})

test('a test number talks to the version that is tried, and a live one goes on with its own', async () => {
  const engine = await activeChannel(countingBot(), { ...CHANNEL, environment: 'draft' })
  const second = publishRequestOf(countingBot({ mark: 'v2 ' }))
  expect(await clientOf(engine.url).publish(COUNTING_BOT, '1.1', second)).toMatchObject({ ok: true })
  await told(engine, whatsappBody([say('hi')]))
  await engine.ask('', { environment: 'live' }, 'PUT')
  await told(engine, whatsappBody([say('hi')]))
  expect(textsOf(engine)).toEqual(['v2 Say something', 'Say something'])
})
