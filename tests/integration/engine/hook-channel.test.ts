import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { isSignedWith, readSignature } from '../../../src-shared/publish/sign-request.ts'
import type { Answer } from '../../loopback/open-loopback.ts'
import { isOnPostgres } from '../../postgres/scratch-database.ts'
import { channelEngine } from './channel-engine.ts'
import { COUNTING_BOT, countingBot } from './counting-bot.ts'
import { EFFECTS, hookSystem, SECRET, sentSchema, tellAsHook } from './hook-system.ts'
import { loopbackServer } from './loopback-server.ts'
import { partsBot } from './parts-bot.ts'
import { EXTERNAL, proactiveBot } from './proactive-bot.ts'

test('any system talks to a bot in signed JSON, both ways, in the order of each person', async () => {
  const { engine, sent, textsOf, instead } = await hookSystem()
  instead.push({ status: 503 })
  const messages = [
    { id: '1', from: 'anna', name: 'Anna', text: 'hi' },
    { id: '2', from: 'anna', text: 'one' },
  ]
  expect(await tellAsHook(engine, { messages })).toEqual({ status: 200, json: { taken: 2 } })
  expect(await tellAsHook(engine, { messages })).toEqual({ status: 200, json: { taken: 0 } })
  await expect.poll(textsOf).toEqual(['Say something', '1: one', 'Say something'])
  expect(sent[0]).toMatchObject({ bot: COUNTING_BOT, to: 'anna', from: 'bot', number: 1 })
  const [first] = sent
  await tellAsHook(engine, { statuses: [{ delivery: first?.id, status: 'read' }] })
  const path = `/v1/bots/${COUNTING_BOT}/conversations/hook:${engine.id}:anna/turns`
  expect(JSON.stringify((await engine.call(path)).json)).toContain(
    '"deliveryReported","message":1,"status":"read"',
  )
  for (const [how, status] of [
    [{ secret: 'another-secret' }, 401],
    [{ at: Date.now() - 400_000 }, 401],
  ] as const)
    expect((await tellAsHook(engine, { messages }, how)).status).toBe(status)
  expect((await tellAsHook(engine, { messages: [{ id: '3', from: 'a b' }] })).status).toBe(400)
})

test('files are fetched before the message that has them goes on', async () => {
  const { engine, server, textsOf } = await hookSystem(partsBot())
  const say = (id: string, more: object) => tellAsHook(engine, { messages: [{ id, from: 'anna', ...more }] })
  await say('1', { text: 'Hi' })
  await say('2', { text: 'Sea view' })
  await say('3', { text: 'Send a paper', option: 'opt_papers' })
  await say('4', { files: [{ kind: 'image', url: `${server.url}/paper.png`, name: 'paper.png' }] })
  expect(textsOf()).toContain('Thank you for the paper.')
  const [event] = (await engine.events()).filter(({ id }) => id === '4')
  const { files } = (event?.payload ?? { files: [] }) as { files: { url: string; mime: string }[] }
  expect(files).toMatchObject([{ mime: 'image/png', name: 'paper.png' }])
  expect((await fetch(files[0]?.url ?? '')).status).toBe(200)
})

test('a system is told what the company begins, and of whom it knows nothing yet (requirements.md KAR-01, KAR-02)', async () => {
  const { engine, sent, textsOf } = await hookSystem(proactiveBot())
  const route = `/v1/proactive/${EXTERNAL}`
  const to = { to: 'anna', channel: engine.id }
  const entries = [{ ...to, category: 'all', consent: 'given', source: 'Contract' }]
  expect((await engine.call(`${route}/consents`, { entries })).json).toEqual({ noted: 1 })
  const pdf = Buffer.from('%PDF-1.7\n%%EOF').toString('base64')
  const begun = await engine.call(`${route}/messages`, {
    ...to,
    text: 'Your bill',
    document: { base64: pdf, name: 'bill.pdf' },
    variables: { ORDER: 'A7' },
  })
  expect(begun.status).toBe(202)
  await engine.settle()
  expect(sent.map(message => message.to)).toEqual(['anna', 'anna'])
  expect(textsOf()).toEqual(['Your bill', 'A message from us about order A7.'])
  const media = sent[0]?.message.media as { url: string; name: string }
  expect(media).toMatchObject({ kind: 'document', name: 'bill.pdf' })
  expect((await fetch(media.url)).headers.get('content-type')).toBe('application/pdf')
  await tellAsHook(engine, { statuses: [{ delivery: sent[0]?.id, status: 'read' }] })
  expect((await engine.call(`${route}/messages/${begun.json.id}`)).json).toMatchObject({
    status: 'read',
    messages: [{ status: 'read' }, { status: 'sent' }],
  })
})

const batchSchema = z.strictObject({
  type: z.literal('messages'),
  channel: z.string(),
  messages: z.array(sentSchema.omit({ type: true, channel: true })).min(1),
})

describe('a system that takes messages of several people at once', () => {
  const PEOPLE = ['anna', 'bert', 'carl']

  /** `answer` says what the system answers to the people of a request. */
  async function batching(answer: (to: readonly string[], body: z.infer<typeof batchSchema>) => Answer) {
    const requests: string[][] = []
    const server = await loopbackServer(({ headers, body }) => {
      const signature = readSignature(headers['x-signature'], Date.now())
      expect(signature.ok && isSignedWith([SECRET], signature.value, body)).toBe(true)
      const value = JSON.parse(body)
      if (value.type === 'verification')
        return { status: 200, body: JSON.stringify({ challenge: value.challenge }) }
      const batch = batchSchema.parse(value)
      const people = batch.messages.map(({ to }) => to)
      expect(new Set(people).size, 'nobody is in a request twice').toBe(people.length)
      requests.push(people)
      return answer(people, batch)
    })
    const options = { url: `${server.url}/parley`, batches: true }
    const secrets = { signingSecret: SECRET }
    const channel = { kind: 'webhook', options, secrets }
    const engine = await channelEngine(countingBot(), channel, { effects: EFFECTS })
    expect((await engine.ask('/verify', undefined, 'POST')).json).toMatchObject({ state: 'active' })
    await tellAsHook(engine, { messages: PEOPLE.map(from => ({ id: from, from, text: 'hi' })) })
    const states = async () =>
      (await engine.events()).flatMap(({ direction, contact, state }) =>
        direction === 'out' ? [`${contact.split(':').at(-1)} ${state}`] : [],
      )
    return { engine, requests, states }
  }

  test('gets what is due at once in one request, and names each message', async () => {
    const { engine, requests, states } = await batching((_, { messages }) => {
      const results = messages.map(({ id, to }) => ({ delivery: id, id: `theirs-${to}` }))
      return { status: 200, body: JSON.stringify({ results }) }
    })
    expect(requests.flat().toSorted()).toEqual(PEOPLE)
    // Whether jobs of a database are taken at the same moment is up to the database.
    if (!isOnPostgres()) expect(requests.length).toBeLessThan(PEOPLE.length)
    expect((await states()).toSorted()).toEqual(PEOPLE.map(name => `${name} done`))
    await tellAsHook(engine, { messages: [{ id: 'again', from: 'bert', text: 'one' }] })
    expect(requests.flat()).toHaveLength(5)
  })

  test('may refuse one of them', async () => {
    const { requests, states } = await batching((_, { messages }) => {
      const [bert] = messages.filter(({ to }) => to === 'bert')
      const results = bert ? [{ delivery: bert.id, error: 'nobody here is called so' }] : []
      return { status: 200, body: JSON.stringify({ results }) }
    })
    expect(requests.flat()).toHaveLength(3)
    expect((await states()).toSorted()).toEqual(['anna done', 'bert dead', 'carl done'])
  })

  test('cannot read one of them: it is looked for by halves, and it alone is given up', async () => {
    const { requests, states } = await batching(to => ({ status: to.includes('bert') ? 400 : 200 }))
    expect(requests).toContainEqual(['bert'])
    expect((await states()).toSorted()).toEqual(['anna done', 'bert dead', 'carl done'])
  })

  test('is away for a while: all of them come again', async () => {
    let isAway = true
    const { requests, states } = await batching(() => {
      const status = isAway ? 503 : 200
      isAway = false
      return { status }
    })
    await expect.poll(async () => (await states()).toSorted()).toEqual(PEOPLE.map(name => `${name} done`))
    expect(requests.flat().length).toBeGreaterThan(PEOPLE.length)
  })

  test('does not know the channel any more: everything is held', async () => {
    const { engine, states } = await batching(() => ({ status: 401 }))
    expect((await states()).toSorted()).toEqual(PEOPLE.map(name => `${name} held`))
    expect(await engine.view()).toMatchObject({ state: 'inactive' })
  })
})
