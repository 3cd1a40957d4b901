import { expect, test } from 'vitest'
import { COUNTING_BOT } from './counting-bot.ts'
import { hookSystem, tellAsHook } from './hook-system.ts'
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
  await expect.poll(textsOf, { timeout: 5000 }).toEqual(['Say something', '1: one', 'Say something'])
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
