import { readFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { runDueRetention } from '../../../src-engine/contacts/run-due-retention.ts'
import { saveRetentionDays } from '../../../src-engine/store/retention.ts'
import { PHONE, tellAsMeta, whatsappBody, whatsappMessage } from '../../loopback/meta.ts'
import { activeChannel } from './channel-engine.ts'
import { COUNTING_BOT, countingBot } from './counting-bot.ts'
import { DESK_BOT, deskBot } from './desk-bot.ts'
import { agentAtWork } from './desk-caller.ts'
import { restored } from './restored-backup.ts'
import { everythingKept, openData } from './scratch-data.ts'
import { putToWork, scratchEngine, scratchFolder } from './scratch-engine.ts'
import { say, signedCall } from './signed-call.ts'

const DAY = 86_400_000
const MINUTE = 60_000
const PNG = readFileSync('docs/pictures/library.png')
const [ANNA, BERT, CARLA] = ['5571900000001', '5571900000002', '5571900000003'] as const

const COUNTED = `select 'inbound', count(*), sum(seq), min(at) from inbound
  union all select 'turn', count(*), sum(seq), min(at) from turn
  union all select sender, count(*), sum(number), min(at) from message group by sender
  union all select 'conversation', count(*), sum(last_number), null from conversation
  union all select 'chat', count(*), sum(id), min(at) from desk_chat
  union all select 'note', count(*), sum(seq), min(at) from desk_note
  order by 1, 2`

/** Three people, forty days ago and now; one of them under a legal hold. */
async function agedEngine(dataFolder: string) {
  const clock = { at: Date.now() }
  const engine = await activeChannel(
    countingBot(),
    { kind: 'whatsapp', account: PHONE },
    { dataFolder, now: () => clock.at },
  )
  const tell = async (from: string, parts: object) => {
    const body = whatsappBody([whatsappMessage(parts, { from })])
    expect(await tellAsMeta(engine.url, engine.id, body)).toBe(200)
    await engine.settle()
  }
  engine.meta.files.set('555', { bytes: PNG, mime: 'image/png' })
  engine.meta.files.set('556', { bytes: Buffer.concat([PNG, Buffer.from('other')]), mime: 'image/png' })
  const image = (id: string) => ({ image: { id, mime_type: 'image/png', sha256: 'x' } })
  for (const from of [ANNA, BERT, CARLA]) await tell(from, { text: { body: `old words of ${from}` } })
  await tell(ANNA, image('555'))
  await tell(BERT, image('556'))
  const contact = `wa:${engine.id}:${BERT}`
  expect((await engine.call('/v1/holds', { contact, reason: 'case 12' })).status).toBe(200)
  const pass = async (ms: number) => {
    clock.at += ms
    await engine.settle()
  }
  // Their conversations end by themselves first.
  await pass(31 * MINUTE)
  await pass(40 * DAY)
  await tell(CARLA, { text: { body: 'new words' } })
  const run = async () => (await engine.call('/v1/retention/run', undefined, 'POST')).json.removed
  const textsOf = async (who: string) => {
    const path = `/v1/bots/${COUNTING_BOT}/conversations/wa:${engine.id}:${who}/messages`
    const { messages } = (await engine.call(path)).json as { messages: { from: string; text: string }[] }
    return messages.flatMap(({ from, text }) => (from === 'contact' ? [text] : []))
  }
  const figures = () => restored(engine.url, COUNTED, () => clock.at)
  return { ...engine, pass, run, textsOf, figures }
}

const KEPT_FOR_EVER = { conversations: null, channelEvents: null, deskChats: null, files: null }
const NOTHING = { conversations: 0, channelEvents: 0, deskChats: 0, files: 0 }

test('nothing goes unless it is said how long it stays; what is asked for is checked and audited (requirements.md NHN-144)', async () => {
  const engine = await agedEngine(scratchFolder())
  expect(await engine.run()).toEqual(NOTHING)
  const put = (body: object) => engine.call('/v1/retention', body, 'PUT')
  const days = { conversations: 30, channelEvents: null, deskChats: 90, files: null }
  expect((await put({ conversations: 30, deskChats: 90 })).json).toMatchObject({ days })
  expect((await put({ deskChats: null })).json).toMatchObject({ days: { ...days, deskChats: null } })
  for (const wrong of [{ channelEvents: 7 }, { conversations: 0 }, { files: 1.5 }, { others: 3 }])
    expect(await put(wrong)).toMatchObject({ status: 400 })
  const { entries } = (await engine.call('/v1/audit?action=retention.')).json as {
    entries: { detail: object }[]
  }
  expect(entries.map(({ detail }) => detail)).toEqual([{ ...days, deskChats: null }, days])
})

test('what is older goes, whoever is held or goes on stays, and every count is as before', async () => {
  const engine = await agedEngine(scratchFolder())
  const before = await engine.figures()
  await engine.call('/v1/retention', { conversations: 30 }, 'PUT')
  // Carla's conversation is open: nothing of it goes.
  expect(await engine.run()).toMatchObject({ conversations: 4 })
  expect(await engine.textsOf(ANNA)).toEqual([])
  expect(await engine.textsOf(BERT)).toEqual([`old words of ${BERT}`, ''])
  expect(await engine.textsOf(CARLA)).toEqual([`old words of ${CARLA}`, 'new words'])
  expect((await engine.figures()).rows).toEqual(before.rows)
  await engine.pass(31 * MINUTE)
  const ended = await engine.figures()
  expect(await engine.run()).toMatchObject({ conversations: 2 })
  expect(await engine.run()).toEqual(NOTHING)
  expect(await engine.textsOf(CARLA)).toEqual(['new words'])
  const audit = (await engine.call('/v1/audit?action=retention.run')).json.entries
  expect(audit).toMatchObject([{ detail: { conversations: 2 } }, { detail: { conversations: 4 } }])
  const find = await engine.call(`/v1/contacts?find=${ANNA}`)
  expect(find.json.contacts).toEqual([])
  const after = await engine.figures()
  expect(after.rows).toEqual(ended.rows)
  expect(await everythingKept(after.folder)).not.toContain(`old words of ${ANNA}`)
})

test('event logs and files of each age go by themselves, not what is held', async () => {
  const engine = await agedEngine(scratchFolder())
  const before = await engine.events()
  await engine.call('/v1/retention', { channelEvents: 30, files: 30 }, 'PUT')
  const removed = await engine.run()
  const after = await engine.events()
  const [newest] = before
  const stays = before.filter(
    ({ at, contact }) => contact.includes(BERT) || at > (newest?.at ?? 0) - 30 * DAY,
  )
  expect(after).toEqual(stays)
  expect(removed).toMatchObject({ files: 1, channelEvents: expect.any(Number) })
  expect(before.length).toBeGreaterThan(after.length)
  const filesOf = async (who: string) =>
    ((await engine.call(`/v1/contacts/wa:${engine.id}:${who}`)).json.files as unknown[]).length
  expect([await filesOf(ANNA), await filesOf(BERT)]).toEqual([0, 1])
  expect(await engine.textsOf(ANNA)).toEqual([`old words of ${ANNA}`, ''])
})

test('what agents were told goes when its chat was closed long ago; one that still waits stays, with its conversation', async () => {
  let passed = 0
  const now = () => Date.now() + passed
  const { url, settle } = await scratchEngine({ now })
  await putToWork(url, deskBot())
  const berta = await agentAtWork(url, 'Berta')
  for (const contact of ['anna', 'bert'])
    for (const text of ['help', `${contact} says account 4711`, 'pin']) {
      await say(url, { bot: DESK_BOT, contact }, { id: String(text.length), text })
      await settle()
    }
  const [first] = await berta.waiting()
  const chat = first?.id ?? 0
  expect(first).toMatchObject({ contact: 'anna' })
  expect((await berta.act(chat, 'take')).status).toBe(200)
  expect((await berta.act(chat, 'close', { reason: 'solved' })).status).toBe(200)
  await settle()
  passed = 40 * DAY
  const call = (path: string, body?: object, method = 'POST') =>
    signedCall(url, { path, method, at: now(), ...(body ? { body } : {}) })
  await call('/v1/retention', { deskChats: 30 }, 'PUT')
  expect((await call('/v1/retention/run')).json.removed).toMatchObject({ deskChats: 1, conversations: 0 })
  const sql = 'select bot, contact, effect, summary, state, close_reason as why from desk_chat order by id'
  expect((await restored(url, sql, now)).rows).toMatchObject([
    {
      contact: expect.stringMatching(/^erased:[0-9a-f]{16}$/),
      summary: '[]',
      state: 'closed',
      why: 'solved',
    },
    { contact: 'bert', state: 'waiting', summary: expect.stringContaining('4711') },
  ])
})

test('it is done every hour, by one of the processes that share the data, once somebody said how long', async () => {
  const { db } = await openData(scratchFolder())
  onTestFinished(() => db.close())
  const clock = { at: Date.now() }
  const removed = { conversations: 0, channelEvents: 0, deskChats: 0, files: 0 }
  const runs: string[] = []
  const look = () => {
    const host = { db, now: () => clock.at, onBug: (error: unknown) => runs.push(String(error)) }
    const run = async ({ key, at }: { key: string; at: number }) => {
      runs.push(key)
      return { removed, at }
    }
    return runDueRetention(host, { isOver: false, run })
  }
  await look()
  expect(runs).toEqual([])
  await db.atomically(tx => saveRetentionDays(tx, { ...KEPT_FOR_EVER, files: 30 }))
  await Promise.all([look(), look()])
  clock.at += 59 * MINUTE
  await look()
  expect(runs).toEqual(['engine'])
  clock.at += MINUTE
  await look()
  expect(runs).toEqual(['engine', 'engine'])
})
