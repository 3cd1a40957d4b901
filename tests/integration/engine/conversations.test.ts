import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { receive } from '../../../src-engine/store/inbound.ts'
import { parseDocumentText } from '../../../src-shared/blocks/parse-document.ts'
import { advance, start } from '../../../src-shared/runtime/advance.ts'
import { compile } from '../../../src-shared/runtime/compile.ts'
import type { Session } from '../../../src-shared/runtime/session.ts'
import { COUNTING_BOT, countingBot, publishRequestOf } from './counting-bot.ts'
import { everythingKept, openData } from './scratch-data.ts'
import { clientOf, putToWork, scratchEngine, scratchFolder } from './scratch-engine.ts'
import { say, signedCall } from './signed-call.ts'

const anna = { bot: COUNTING_BOT, contact: 'anna' }

describe('conversations', () => {
  test('the same id is answered once, with the same answer', async () => {
    const { url } = await scratchEngine()
    await putToWork(url, countingBot())
    await say(url, anna, { id: 'a', text: 'hello' })
    const first = await say(url, anna, { id: 'b', text: 'one' })
    expect(first).toMatchObject({
      outcome: 'answered',
      messages: [
        { id: 'b.1', number: 4, text: '1: one' },
        { id: 'b.2', number: 5 },
      ],
    })
    const again = await say(url, anna, { id: 'b', text: 'one' })
    expect(again).toEqual({ ...first, outcome: 'duplicate' })
    expect(await say(url, anna, { id: 'c', text: 'two' })).toMatchObject({
      messages: [{ text: '2: two' }, {}],
    })
    expect(
      await say(url, { ...anna, contact: 'bert' }, { id: 'b', text: 'own id, own conversation' }),
    ).toMatchObject({ outcome: 'answered' })
  })

  test('the same id sent many times at once is answered once', async () => {
    const { url } = await scratchEngine()
    await putToWork(url, countingBot())
    const sent = Array.from({ length: 20 }, () => say(url, anna, { id: 'a', text: 'hello' }))
    const outcomes = (await Promise.all(sent)).map(({ outcome }) => outcome)
    expect(outcomes.filter(outcome => outcome === 'answered')).toHaveLength(1)
    expect(await say(url, anna, { id: 'b', text: 'x' })).toMatchObject({
      messages: [{ number: 4, text: '1: x' }, {}],
    })
  })

  test('a burst of one contact is answered in one order, without gaps', async () => {
    const { url } = await scratchEngine()
    await putToWork(url, countingBot())
    await say(url, anna, { id: 'first', text: 'hello' })
    const sent = Array.from({ length: 100 }, (_, index) =>
      say(url, anna, { id: `m${index}`, text: `t${index}` }),
    )
    const answers = await Promise.all(sent)
    const counts = answers.map(({ messages }, index) => {
      const [count, text] = messages[0]?.text.split(': ') ?? []
      expect(text).toBe(`t${index}`)
      return Number(count)
    })
    expect(counts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1))
    const { json } = await signedCall(url, { path: `/v1/bots/${COUNTING_BOT}/conversations/anna/messages` })
    const { messages } = json as { messages: { number: number }[] }
    expect(messages.map(({ number }) => number)).toEqual(messages.map((_, index) => index + 1))
    expect(messages).toHaveLength(302)
  })

  test('a secret answer is in no transcript, no event, and no file once it was used', async () => {
    const dataFolder = scratchFolder()
    const engine = await scratchEngine({ dataFolder })
    await putToWork(engine.url, countingBot({ secret: true }))
    await say(engine.url, anna, { id: 'a', text: 'hello' })
    const answer = await say(engine.url, anna, { id: 'b', text: 'my-pin-4711' })
    const transcript = await signedCall(engine.url, {
      path: `/v1/bots/${COUNTING_BOT}/conversations/anna/messages`,
    })
    expect(JSON.stringify([answer, transcript])).not.toContain('4711')
    expect(JSON.stringify(transcript)).toContain('•••')
    await say(engine.url, anna, { id: 'c', text: '#END' })
    await say(engine.url, anna, { id: 'd', text: 'hello again' })
    await engine.close()
    expect(await everythingKept(dataFolder)).not.toContain('my-pin-4711')
  })

  test('texts of every script come back as they were sent; half a character becomes a sign', async () => {
    const { url } = await scratchEngine()
    await putToWork(url, countingBot())
    await say(url, anna, { id: 'a', text: 'hello' })
    const text = 'Olá 👩‍👩‍👧 שלום \u0000 नमस्ते'
    expect(await say(url, anna, { id: 'b', text })).toMatchObject({ messages: [{ text: `1: ${text}` }, {}] })
    expect(await say(url, anna, { id: 'c', text: 'half \ud83d' })).toMatchObject({
      messages: [{ text: '2: half \ufffd' }, {}],
    })
  })
})

describe('what others may read of conversations (issue 5, point 7)', () => {
  test('contacts are listed, the newest first, page by page, and of one bot alone', async () => {
    const { url } = await scratchEngine()
    await putToWork(url, countingBot())
    const other = countingBot({ id: 'bot_other' as typeof COUNTING_BOT, name: 'Other' })
    await putToWork(url, other)
    for (const [contact, id] of [
      ['anna', 'a'],
      ['bert', 'b'],
      ['anna', 'c'],
    ] as const)
      await say(url, { bot: COUNTING_BOT, contact }, { id, text: 'hello' })
    await say(url, { bot: 'bot_other', contact: 'eva' }, { id: 'a', text: 'hello' })
    const client = clientOf(url)
    const all = await client.conversations(COUNTING_BOT)
    expect(all).toMatchObject({
      value: { conversations: [{ contact: 'anna' }, { contact: 'bert' }], before: null },
    })
    if (!all.ok) return
    const older = await client.conversations(COUNTING_BOT, all.value.conversations[0]?.seq)
    expect(older).toMatchObject({ value: { conversations: [{ contact: 'bert' }, { contact: 'anna' }] } })
    expect(await client.conversations('bot_nobody' as typeof COUNTING_BOT)).toMatchObject({
      ok: false,
      code: 'bot/not-found',
    })
    const path = `/v1/bots/${COUNTING_BOT}/conversations?before=soon`
    expect((await signedCall(url, { path })).status).toBe(400)
  })

  test('turns tell what began them, without ids and secrets', async () => {
    const { url } = await scratchEngine()
    await putToWork(url, countingBot({ secret: true }))
    await say(url, anna, { id: 'sender-1', text: 'hello' })
    await say(url, anna, { id: 'sender-2', text: 'my-pin-4711' })
    const turns = await clientOf(url).turns(COUNTING_BOT, 'anna', 0)
    expect(turns).toMatchObject({
      value: {
        turns: [
          { input: { type: 'message', text: 'hello' }, locale: null, channel: null },
          { input: { type: 'message', text: '•••' } },
        ],
      },
    })
    if (!turns.ok) return
    expect(JSON.stringify(turns.value.turns.map(({ input }) => input))).not.toMatch(/sender|4711/)
  })
})

describe('between two lives of an engine', () => {
  test('a message that was stored and not answered is answered at the next start', async () => {
    const dataFolder = scratchFolder()
    const first = await scratchEngine({ dataFolder })
    await putToWork(first.url, countingBot())
    await say(first.url, anna, { id: 'a', text: 'hello' })
    await first.close()
    const { db } = await openData(dataFolder)
    await db.atomically(tx =>
      receive(tx, [{ to: anna, input: { id: 'b', type: 'message', text: 'left over' }, at: 1 }]),
    )
    await db.close()
    const { url } = await scratchEngine({ dataFolder })
    const { json } = await signedCall(url, {
      path: `/v1/bots/${COUNTING_BOT}/conversations/anna/messages?after=2`,
    })
    expect(json).toMatchObject({
      messages: [{ id: 'b' }, { id: 'b.1', text: '1: left over' }, { id: 'b.2' }],
    })
    expect(await say(url, anna, { id: 'b', text: 'left over' })).toMatchObject({
      outcome: 'duplicate',
      messages: [{ id: 'b.1' }, { id: 'b.2' }],
    })
  })

  test('a turn that meets a bug is kept, says so, and holds up nobody', async () => {
    const dataFolder = scratchFolder()
    const first = await scratchEngine({ dataFolder })
    await putToWork(first.url, countingBot())
    await putToWork(first.url, countingBot({ id: 'bot_other' }))
    await first.close()
    const { db, exec, dropGuard } = await openData(dataFolder)
    await dropGuard('bundle_stays', 'bundle')
    await exec(`update bundle set text = 'broken'
      where hash in (select hash from version where bot = '${COUNTING_BOT}')`)
    await db.close()
    const { url } = await scratchEngine({ dataFolder })
    const path = `/v1/bots/${COUNTING_BOT}/conversations/anna/messages`
    const [failed, other] = await Promise.all([
      signedCall(url, { path, body: { id: 'a', text: 'hello' } }),
      say(url, { bot: 'bot_other', contact: 'anna' }, { id: 'a', text: 'hello' }),
    ])
    expect(failed).toMatchObject({ status: 500, json: { code: 'internal/bug' } })
    expect(JSON.stringify(failed)).not.toContain('bundle')
    expect(other).toMatchObject({ outcome: 'answered' })
    expect((await signedCall(url, { path })).json).toMatchObject({
      messages: [{ id: 'a', text: 'hello', from: 'contact' }],
    })
  })
})

describe('the same events as in process (design/architecture.md, The runtime)', () => {
  const samples = {
    casey: [
      'Hi',
      '2',
      '1',
      '4',
      '2',
      'Hello',
      '1',
      'Maria Silva',
      '2015-04-03',
      '2',
      '2027-03-13',
      '2027-03-16',
      'nope',
      'm@example.org',
      '1',
      '#MENU',
      '4',
      '11 91234-5678',
      'anything',
    ],
    orders: ['Hi', '1', '1', '2', '#MENU', 'x', '3'],
  }

  test.each(Object.entries(samples))('%s', async (name, said) => {
    const parsed = parseDocumentText(readFileSync(`assets/samples/${name}.json`, 'utf8'))
    if (!parsed.ok) throw new Error(parsed.message)
    const document = parsed.value
    const now = Date.UTC(2026, 5, 1, 12)
    const { url } = await scratchEngine({ now: () => now, random: () => 0.5 })
    const program = compile(document)
    const world = { now: () => now, random: () => 0.5, newId: () => 'x' }
    let session: Session = start(program, {
      contact: {
        NOME_CLIENTE: null,
        NUMERO_CLIENTE: 'anna',
        ID_CONTA_KAROO: 'local',
        OMNICHANNEL_SESSION: 'x',
      },
    })
    let tick = 0
    const call = (path: string, body: unknown, method = 'POST') =>
      signedCall(url, { path, body, method, at: now + tick++ })
    const bot = `/v1/bots/${document.bot.id}`
    await call(`${bot}/versions/0.1`, publishRequestOf(document), 'PUT')
    expect((await call(`${bot}/activate`, { version: '0.1', expectedActive: null })).status).toBe(200)
    for (const [index, text] of said.entries()) {
      const input = { id: `in-${index + 1}`, text }
      const turn = advance(program, session, { ...input, type: 'message' }, world)
      session = turn.session
      const { json } = await call(`${bot}/conversations/anna/messages`, input)
      expect(json.events).toEqual(turn.events)
    }
  })
})
