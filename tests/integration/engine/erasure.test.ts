import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openSqliteStore } from '../../../src-engine/store/open-sqlite-store.ts'
import { PHONE, tellAsMeta, whatsappBody, whatsappMessage } from '../../loopback/meta.ts'
import { activeChannel } from './channel-engine.ts'
import { COUNTING_BOT, countingBot } from './counting-bot.ts'
import { DESK_BOT, deskBot } from './desk-bot.ts'
import { agentAtWork } from './desk-caller.ts'
import { restored } from './restored-backup.ts'
import { everythingKept } from './scratch-data.ts'
import { putToWork, scratchEngine, scratchFolder } from './scratch-engine.ts'
import { say, signedCall } from './signed-call.ts'
import { SEALER } from './test-key.ts'

const PNG = readFileSync('docs/pictures/library.png')
const NUMBER = '16505551234'
const NAME = 'Kerry Fisher'
const TOLD = 'my-account-is-4711'

const NAMING = [
  'channel_address',
  'channel_event',
  'channel_waiting',
  'consent',
  'conversation',
  'delivery',
  'desk_chat',
  'effect',
  'inbound',
  'legal_hold',
  'message',
  'pending',
  'proactive_message',
  'restriction',
  'routed_conversation',
  'routing',
  'stage_conversation',
]

const COUNTED = `select 'inbound', count(*), sum(seq), min(at) from inbound
  union all select 'turn', count(*), sum(seq), min(at) from turn
  union all select 'message', count(*), sum(number), min(at) from message
  union all select sender, count(*), sum(number), min(at) from message group by sender
  union all select 'done', count(*), sum(seq), min(at) from delivery where state = 'done'
  union all select 'event', count(*), sum(seq), min(at) from channel_event
  union all select 'conversation', count(*), sum(last_number), null from conversation
  union all select 'audit', count(*), null, null from audit where action not like 'contact.%'
  order by 1, 2`

async function expectNothingOf(folder: string, traces: readonly string[]): Promise<void> {
  const text = await everythingKept(folder)
  for (const trace of traces) expect(text.includes(trace), trace).toBe(false)
}

const OTHER = { from: '5571999990000' }
const contacts = [{ wa_id: NUMBER, profile: { name: NAME } }]

async function talkingEngine(dataFolder: string) {
  const engine = await activeChannel(countingBot(), { kind: 'whatsapp', account: PHONE }, { dataFolder })
  const told = async (parts: object, from?: object) => {
    const body = whatsappBody([whatsappMessage(parts, from)], from ? {} : { contacts })
    expect(await tellAsMeta(engine.url, engine.id, body)).toBe(200)
    await engine.settle()
  }
  engine.meta.files.set('555', { bytes: PNG, mime: 'image/png' })
  await told({ text: { body: 'hello' } })
  await told({ text: { body: TOLD } })
  await told({ image: { id: '555', mime_type: 'image/png', sha256: 'x', caption: 'my paper' } })
  await told({ text: { body: 'i stay' } }, OTHER)
  return { ...engine, told }
}

describe('what is kept of a person (requirements.md NHN-144)', () => {
  test('it is found and exported whole, and nothing of others', async () => {
    const engine = await talkingEngine(scratchFolder())
    for (const find of [NUMBER, 'kerry']) {
      const { json } = await engine.call(`/v1/contacts?find=${find}`)
      expect(json).toMatchObject({ contacts: [{ bot: COUNTING_BOT }], more: false })
    }
    const contact = `wa:${engine.id}:${NUMBER}`
    const { json } = await engine.call(`/v1/contacts/${contact}`)
    for (const word of [NUMBER, NAME, TOLD, 'my paper']) expect(JSON.stringify(json)).toContain(word)
    expect(JSON.stringify(json)).not.toContain('i stay')
    const { records, files } = json as { records: Record<string, unknown[]>; files: unknown[] }
    expect(files).toMatchObject([{ mime: 'image/png', size: PNG.length }])
    const tables = [
      'conversation',
      'inbound',
      'turn',
      'message',
      'delivery',
      'channel_address',
      'channel_event',
    ]
    for (const table of tables) expect(records[table]?.length, table).toBeGreaterThan(0)
  })

  test('after an erasure nothing of them is on the disk or in a backup, and every count is as before', async () => {
    const folder = scratchFolder()
    const engine = await talkingEngine(folder)
    const contact = `wa:${engine.id}:${NUMBER}`
    const before = await restored(engine.url, COUNTED)
    const { json } = await engine.call(`/v1/contacts/${contact}`)
    const [{ url = '' } = {}] = json.files as { url?: string }[]
    const ask = { contact, reason: 'a letter of the third of May' }
    expect(await engine.call('/v1/contacts/erase', ask)).toMatchObject({
      status: 200,
      json: { erased: expect.stringMatching(/^[0-9a-f]{16}$/), records: { inbound: 3, media: 1 } },
    })
    expect((await fetch(url)).status).toBe(404)
    expect((await engine.call('/v1/contacts/erase', ask)).json).toMatchObject({ erased: null, records: {} })
    expect((await engine.call(`/v1/contacts?find=${NUMBER}`)).json.contacts).toEqual([])
    const after = await restored(engine.url, COUNTED)
    expect(after.rows).toEqual(before.rows)
    expect(after.broken).toBeNull()
    await engine.close()
    const traces = [NUMBER, NAME, TOLD, 'my paper']
    expect(await everythingKept(before.folder)).toContain(NUMBER)
    await expectNothingOf(folder, traces)
    await expectNothingOf(after.folder, traces)
  })

  test('who writes again is a stranger, and others go on where they were', async () => {
    const engine = await talkingEngine(scratchFolder())
    const body = { contact: `wa:${engine.id}:${NUMBER}`, reason: 'a letter' }
    await engine.call('/v1/contacts/erase', body)
    const sent = engine.meta.sent.length
    await engine.told({ text: { body: 'here I am' } })
    await engine.told({ text: { body: 'and me' } }, OTHER)
    const texts = engine.meta.sent.slice(sent).map(({ body: { to, text } }) => [to, text])
    expect(texts).toEqual([
      [NUMBER, { body: 'Say something' }],
      [OTHER.from, { body: '1: and me' }],
      [OTHER.from, { body: 'Say something' }],
    ])
  })

  test('what waited for its turn is not answered any more, and who waits for that is told', async () => {
    const engine = await scratchEngine({
      perform: (_, { signal }) =>
        new Promise(resolve => {
          signal.onabort = () => resolve({ outcome: 'failed', message: '' })
        }),
    })
    await putToWork(engine.url, deskBot())
    const to = { bot: DESK_BOT, contact: 'anna' }
    await say(engine.url, to, { id: 'a', text: 'help' })
    const waits = say(engine.url, to, { id: 'b', text: TOLD })
    const body = { contact: 'anna', reason: 'a letter' }
    const transcript = `/v1/contacts/anna`
    await expect
      .poll(async () => JSON.stringify((await signedCall(engine.url, { path: transcript })).json))
      .toContain(TOLD)
    await signedCall(engine.url, { path: '/v1/contacts/erase', body })
    expect(await waits).toMatchObject({ outcome: 'no_active_bot', messages: [] })
  })

  test('no table that names contacts is forgotten', async () => {
    const store = await openSqliteStore(scratchFolder(), SEALER)
    if (!store.ok) throw new Error(store.message)
    const tables = await store.value.all<{ name: string }>(
      `select name from sqlite_schema s where type = 'table'
         and exists (select 1 from pragma_table_info(s.name) c where c.name = 'contact') order by name`,
    )
    await store.value.close()
    // A new one belongs into erase-person.ts and personal-data.ts first.
    expect(tables.map(({ name }) => name)).toEqual(NAMING)
  })

  test('somebody who waits at the desk is closed there first, and what they said is gone from it', async () => {
    const engine = await scratchEngine()
    await putToWork(engine.url, deskBot())
    const berta = await agentAtWork(engine.url, 'Berta')
    for (const text of ['help', TOLD, 'pin']) {
      await say(engine.url, { bot: DESK_BOT, contact: 'anna' }, { id: text, text })
      await engine.settle()
    }
    const [line] = await berta.waiting()
    expect(line).toMatchObject({ contact: 'anna' })
    const body = { contact: 'anna', reason: 'a letter' }
    const { json } = await signedCall(engine.url, { path: '/v1/contacts/erase', body })
    expect(json).toMatchObject({ records: { desk_chat: 1 } })
    expect(await berta.waiting()).toEqual([])
    expect(JSON.stringify(await berta.detail(line?.id ?? 0))).not.toContain(TOLD)
  })
})
