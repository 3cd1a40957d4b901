import { expect, test } from 'vitest'
import { type ProactiveEvent, proactiveEventSchema } from '../../../src-shared/publish/proactive-protocol.ts'
import { isSignedWith, readSignature } from '../../../src-shared/publish/sign-request.ts'
import { graphError, PHONE, tellAsMeta, whatsappBody, whatsappMessage } from '../../loopback/meta.ts'
import type { Answer } from '../../loopback/open-loopback.ts'
import { activeChannel } from './channel-engine.ts'
import { loopbackServer } from './loopback-server.ts'
import { EXTERNAL, proactiveBot } from './proactive-bot.ts'
import { everythingKept } from './scratch-data.ts'
import { scratchFolder } from './scratch-engine.ts'

const ROUTE = `/v1/proactive/${EXTERNAL}`
const ANA = '5571999990000'
const TEMPLATE = { name: 'bill_ready', language: 'pt_BR', parameters: ['Ana', 'A7'] }
const EFFECTS = { allowPrivate: true, secrets: new Map(), desk: null }

/** A sender with a token, and the address where it is told what becomes of its messages. */
async function sender(dataFolder = scratchFolder()) {
  const clock = { at: Date.now() }
  const told: ProactiveEvent[] = []
  const instead: Answer[] = []
  let secret = ''
  const server = await loopbackServer(({ headers, body }) => {
    const signature = readSignature(headers['x-signature'], clock.at)
    expect(signature.ok && isSignedWith([secret], signature.value, body)).toBe(true)
    const other = instead.shift()
    if (other) return other
    told.push(proactiveEventSchema.parse(JSON.parse(body)))
    return { status: 204 }
  })
  const channel = { kind: 'whatsapp', account: PHONE }
  const engine = await activeChannel(proactiveBot(), channel, {
    ...{ dataFolder, effects: EFFECTS, now: () => clock.at },
  })
  const made = await engine.call('/v1/keys', { kind: 'token', label: 'Bills', scopes: ['converse'] })
  const token = { id: (made.json.key as { key: string }).key, secret: String(made.json.secret) }
  await engine.call('/v1/bots/bot_support/proactive', { tokens: [token.id] }, 'PUT')
  const entry = { to: ANA, channel: engine.id, category: 'utility', consent: 'given', source: 'Form' }
  await engine.call(`${ROUTE}/consents`, { entries: [entry] })
  const ask = async (method: string, path: string, body?: object) => {
    const type = body ? { 'content-type': 'application/json' } : {}
    const answer = await fetch(engine.url + path, {
      ...{ method, body: body ? JSON.stringify(body) : null },
      headers: { authorization: `Bearer ${token.secret}`, ...type } as Record<string, string>,
    })
    return { status: answer.status, json: (await answer.json()) as Record<string, unknown> }
  }
  const register = async (url = `${server.url}/told`) => {
    const answer = await ask('PUT', '/v1/callback', { url })
    secret = String(answer.json.secret)
    return answer
  }
  const send = async () => {
    const body = { to: ANA, channel: engine.id, template: TEMPLATE }
    const answer = await ask('POST', `${ROUTE}/messages`, body)
    expect(answer.status).toBe(202)
    await engine.settle()
    return String(answer.json.id)
  }
  /** Reports of the channel on what it was sent last. */
  const report = async (...states: readonly string[]) => {
    const name = engine.meta.sent.at(-1)?.body.biz_opaque_callback_data
    for (const status of states) {
      const about = { id: 'wamid.sent1', status, timestamp: '1749416383', recipient_id: ANA }
      const statuses = [{ ...about, biz_opaque_callback_data: name }]
      await tellAsMeta(engine.url, engine.id, whatsappBody([], { contacts: [], statuses }))
      await engine.settle()
    }
  }
  const states = () => told.map(({ message, status }) => `${message} ${status}`)
  return { engine, clock, server, told, instead, token, ask, register, send, report, states }
}

test('a sender is told, signed and once, how far each message came (requirements.md KAR-01)', async () => {
  const { engine, told, ask, register, send, report, states, server, token } = await sender()
  expect(await ask('GET', '/v1/callback')).toMatchObject({ status: 404 })
  expect((await register()).json).toEqual({
    url: `${server.url}/told`,
    secret: expect.stringMatching(/^.{43}$/),
  })
  const id = await send()
  // What the flow says after the template is free text, which nobody may send outside the 24 hours.
  expect(states()).toEqual(['1 sent', '2 failed'])
  expect(told[0]).toMatchObject({ id, status: 'sent', reason: null })
  expect(told[1]).toMatchObject({
    id,
    to: ANA,
    channel: engine.id,
    reason: expect.stringContaining('24 hours'),
  })
  await report('sent', 'read', 'delivered', 'read')
  expect(states()).toEqual(['1 sent', '2 failed', '1 read', '1 delivered'])
  expect((await ask('GET', '/v1/callback')).json).toMatchObject({ deliveries: { done: 4, dead: 0 } })
  const audit = await engine.call('/v1/audit?action=proactive.callback')
  expect(audit.json.entries).toMatchObject([{ key: token.id, detail: { host: new URL(server.url).host } }])
})

test('what is not taken is told again in its order; 410 is not', async () => {
  const { engine, clock, ask, register, send, report, states, instead } = await sender()
  await register()
  instead.push({ status: 503 }, { status: 500 }, { status: 410 })
  await send()
  await report('delivered')
  expect(states()).toEqual([])
  clock.at += 5000
  await engine.settle()
  clock.at += 30_000
  await engine.settle()
  // The third answer was that nobody wants to know that it was sent; what waited behind it is told.
  expect(states()).toEqual(['2 failed', '1 delivered'])
  expect((await ask('GET', '/v1/callback')).json).toMatchObject({ deliveries: { done: 2, dead: 1 } })
})

test('sent is told of what the provider took, not of what it refused, nor of answers', async () => {
  const { engine, register, send, states } = await sender()
  await register()
  engine.meta.instead.push(graphError(131026))
  await send()
  expect(states()).toEqual(['1 failed', '2 failed'])
  await send()
  expect(states().slice(2)).toEqual(['3 sent', '4 failed'])
  const hello = whatsappMessage({ text: { body: 'thanks' } }, { from: ANA })
  await tellAsMeta(engine.url, engine.id, whatsappBody([hello]))
  await engine.settle()
  expect(states()).toHaveLength(4)
})

test('who is told no more, or whose token is taken back, is not; an address inside is refused', async () => {
  const { engine, register, ask, send, report, states, token } = await sender()
  await register()
  expect(await ask('DELETE', '/v1/callback')).toMatchObject({ status: 200, json: { key: token.id } })
  await send()
  await report('delivered')
  expect(states()).toEqual([])
  expect(await ask('DELETE', '/v1/callback')).toMatchObject({ status: 404 })
  await register()
  await engine.call(`/v1/keys/${token.id}/revoke`, undefined, 'POST')
  await report('read')
  expect(states()).toEqual([])
  const inside = await activeChannel(proactiveBot(), { kind: 'whatsapp', account: PHONE })
  const refused = await inside.call('/v1/callback', { url: 'http://127.0.0.1:9/told' }, 'PUT')
  expect(refused).toMatchObject({ status: 400, json: { code: 'request/invalid' } })
})

test('the secret is sealed in the data, and what was told of a person goes with them (NHN-141, NHN-144)', async () => {
  const folder = scratchFolder()
  const { engine, register, send, report } = await sender(folder)
  const { json } = await register()
  await send()
  await report('delivered')
  await engine.call('/v1/contacts/erase', { contact: `wa:${engine.id}:${ANA}`, reason: 'a letter' })
  await engine.close()
  const kept = await everythingKept(folder)
  for (const trace of [String(json.secret), ANA]) expect(kept.includes(trace), trace).toBe(false)
})
