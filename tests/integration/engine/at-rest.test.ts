import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type EngineOptions, startEngine } from '../../../src-engine/start-engine.ts'
import { openSqliteStore } from '../../../src-engine/store/open-sqlite-store.ts'
import type { SealKey } from '../../../src-engine/store/seal.ts'
import { SEALED } from '../../../src-engine/store/sealed-columns.ts'
import { signRequest } from '../../../src-shared/publish/sign-request.ts'
import { PHONE, TOKEN, tellAsMeta, whatsappBody, whatsappMessage } from '../../loopback/meta.ts'
import { databaseOf, isOnPostgres } from '../../postgres/scratch-database.ts'
import { activeChannel } from './channel-engine.ts'
import { COUNTING_BOT, countingBot } from './counting-bot.ts'
import { transcriptOf } from './crowd.ts'
import { DESK_BOT, deskBot } from './desk-bot.ts'
import { agentAtWork } from './desk-caller.ts'
import { loopbackServer } from './loopback-server.ts'
import { makePlain } from './plain-data.ts'
import { everythingKept, openData, rawlyKept } from './scratch-data.ts'
import { putToWork, scratchEngine, scratchFolder } from './scratch-engine.ts'
import { say, signedCall } from './signed-call.ts'
import { KEYS, SEAL_KEYS, SEALER } from './test-key.ts'

const EFFECTS = { allowPrivate: true, secrets: new Map(), desk: null }
const PNG = readFileSync('docs/pictures/library.png')
const NUMBER = '16505551234'
const NAME = 'Kerry Fisher'
const TOLD = 'my-account-is-4711'
const VISITOR = 'a-visitor-of-the-web-chat'
const HOOK_SECRET = 'a-signing-secret-of-the-tests'
/** Ids of WhatsApp have the number in them. */
const WAMID = Buffer.from(`..${NUMBER}..`).toString('base64')

/** Bytes of the middle of the picture, as they are found in a file or in PostgreSQL's text. */
const PIECE = PNG.subarray(2000, 2024)
const TRACES = [NUMBER, NAME, TOLD, 'my paper', VISITOR, TOKEN, HOOK_SECRET, WAMID.slice(0, -4), 'anna.smith']
const RAW_TRACES = [...TRACES, PIECE.toString('latin1'), PIECE.toString('hex')]

async function expectNoTrace(folder: string): Promise<void> {
  const text = await rawlyKept(folder)
  expect(text.includes(COUNTING_BOT)).toBe(true)
  for (const trace of RAW_TRACES) expect(text.includes(trace), trace).toBe(false)
}

type Talking = Awaited<ReturnType<typeof activeChannel>>

async function tellWhatsapp(engine: Talking): Promise<void> {
  engine.meta.files.set('555', { bytes: PNG, mime: 'image/png' })
  const contacts = [{ wa_id: NUMBER, profile: { name: NAME } }]
  for (const [index, parts] of [
    { text: { body: 'hello' } },
    { text: { body: TOLD } },
    { image: { id: '555', mime_type: 'image/png', sha256: 'x', caption: 'my paper' } },
  ].entries()) {
    const message = whatsappMessage({ ...parts, id: `wamid.${WAMID}${index}` })
    expect(await tellAsMeta(engine.url, engine.id, whatsappBody([message], { contacts }))).toBe(200)
    await engine.settle()
  }
}

async function tellHook(engine: Talking): Promise<void> {
  const server = await loopbackServer(({ body }) => {
    const { type, challenge } = JSON.parse(body)
    return { status: 200, body: JSON.stringify(type === 'verification' ? { challenge } : { id: 'theirs' }) }
  })
  const channel = {
    kind: 'webhook',
    name: 'Any system',
    bot: COUNTING_BOT,
    secrets: { signingSecret: HOOK_SECRET },
  }
  const added = await engine.call('/v1/channels', { ...channel, options: { url: server.url } })
  await engine.call(`/v1/channels/${added.json.id}/verify`, undefined, 'POST')
  const body = JSON.stringify({ messages: [{ id: '1', from: 'anna.smith', name: NAME, text: TOLD }] })
  const headers = { 'x-signature': signRequest(HOOK_SECRET, Date.now() / 1000, body) }
  const path = `${engine.url}/channels/${added.json.id}/messages`
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
  expect(await answer.json()).toEqual({ taken: 1 })
  await engine.settle()
}

async function tellWeb({ url }: Talking): Promise<void> {
  const answer = await fetch(`${url}/chat/${COUNTING_BOT}/${VISITOR}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: 'web-1', text: TOLD }),
  })
  expect(answer.status).toBe(200)
}

async function tellDesk({ url, settle }: Talking): Promise<void> {
  await putToWork(url, deskBot())
  const berta = await agentAtWork(url, 'Berta')
  for (const [id, text] of [
    ['a', 'help'],
    ['b', TOLD],
    ['c', 'pin'],
  ] as const) {
    await say(url, { bot: DESK_BOT, contact: NUMBER }, { id, text })
    await settle()
  }
  expect(await berta.waiting()).toMatchObject([{ contact: NUMBER }])
}

const turnsOf = async (url: string, contact: string) =>
  JSON.stringify(
    (await signedCall(url, { path: `/v1/bots/${COUNTING_BOT}/conversations/${contact}/turns` })).json,
  )

const anna = { bot: COUNTING_BOT, contact: 'anna' }

async function talkedTo(folder: string): Promise<void> {
  const engine = await scratchEngine({ dataFolder: folder })
  await putToWork(engine.url, countingBot())
  for (const contact of ['anna', 'berta'])
    for (const text of ['hello', TOLD]) await say(engine.url, { ...anna, contact }, { id: text, text })
  await engine.close()
}

/** Another's words, a session that somebody wrote, and a text that nobody sealed. */
async function tamperWith(folder: string): Promise<void> {
  const { db, exec, dropGuard } = await openData(folder)
  const anna = db.vault.name('anna')
  await dropGuard('message_stays', 'message')
  await exec(`update message set text = (select m.text from message m
    where m.contact <> '${anna}' and m.number = message.number) where contact = '${anna}'`)
  await exec(`update conversation set session = '{"state":"open"}' where contact = '${anna}'`)
  await db.close()
}

const KEY = (id: string, byte: number): SealKey => ({ id, bytes: Buffer.alloc(32, byte) })

async function refusal(
  options: Partial<EngineOptions> & Pick<EngineOptions, 'dataFolder'>,
): Promise<unknown> {
  return startEngine({ keys: KEYS, logLevel: 'silent', ...options }).then(
    engine => engine.close(),
    error => error.fault,
  )
}

/** Columns that are not sealed, by the reason; a table and its columns on a line. */
const PLAIN: Readonly<Record<string, readonly string[]>> = {
  'what the engine and its people call bots, versions, keys, channels and each other': [
    'api_key id kind label scopes created_by addresses',
    'audit key action bot version detail chain',
    'bot id name',
    'environment bot name',
    'external_id hash id',
    'proactive_token bot key',
    'stage bot hash roll_back_at ending',
    'version bot hash state note',
    'channel id kind name bot environment account handle options state reason',
    'integration id name platform bot url state failure_unit',
    'service id name content',
    'service_asset asset service',
    'desk_agent name skills accepts',
    'desk_reply name text',
    'desk_setting name value',
    'proactive_callback key url',
    'retention name',
  ],
  'what designers wrote, which is published': ['bundle hash text'],
  'a secret that is sealed already, or of which only a hash is kept': [
    'api_secret key value',
    'channel secrets',
    'data_key name sealed',
    'desk_agent password',
    'desk_session hash agent',
    'integration secrets hook',
    'integration_proof id digest',
    'proactive_callback secret',
    'signature mac',
  ],
  'where a row belongs, of what kind it is and what became of it': [
    'channel_address channel sort',
    'channel_event channel sort bot',
    'channel_waiting channel bot locale',
    'consent channel category consent source key',
    'conversation bot hash state',
    'delivery id kind target bot state',
    'desk_chat bot effect state skill reason webstore channel mode agent closed_by',
    'desk_note kind agent target',
    'effect bot id',
    'inbound bot locale kind channel',
    'integration_attempt outcome',
    'legal_hold id key',
    'restriction environment id key',
    'message bot sender',
    'pending bot',
    'proactive_message id bot channel key',
    'proactive_request bot',
    'routed_conversation id type bot asset service integration',
    'routing bot service asset',
    'turn outcome hash',
  ],
  'the address of a file, which is the hash of it': ['media hash mime'],
}

function plainColumns(): readonly string[] {
  return Object.values(PLAIN)
    .flat()
    .flatMap(line => {
      const [table = '', ...columns] = line.split(' ')
      return columns.map(column => `${table}.${column}`)
    })
}

describe('what people say and who they are is sealed in the data (requirements.md NHN-141)', () => {
  test('a thief of the data finds no word, number, name, file or token of any channel', async () => {
    const folder = scratchFolder()
    const engine = await activeChannel(
      countingBot(),
      { kind: 'whatsapp', account: PHONE },
      { dataFolder: folder, effects: EFFECTS },
    )
    for (const tell of [tellWhatsapp, tellHook, tellWeb, tellDesk]) await tell(engine)
    const contact = `wa:${engine.id}:${NUMBER}`
    expect(await turnsOf(engine.url, contact)).toContain(TOLD)
    await engine.close()
    await expectNoTrace(folder)
    const again = await scratchEngine({ dataFolder: folder })
    expect(await turnsOf(again.url, contact)).toContain('my paper')
    const { json } = await signedCall(again.url, { path: '/v1/contacts?find=kerry' })
    expect(json.contacts).toMatchObject([{ contact: expect.stringContaining('anna.smith') }, { contact }])
  })

  test('what an older engine left plain is sealed at the first start, and goes on', async () => {
    const folder = scratchFolder()
    const engine = await activeChannel(
      countingBot(),
      { kind: 'whatsapp', account: PHONE },
      { dataFolder: folder },
    )
    for (const tell of [tellWhatsapp, tellWeb]) await tell(engine)
    const contact = `wa:${engine.id}:${NUMBER}`
    const before = await turnsOf(engine.url, contact)
    await engine.close()
    await makePlain(folder)
    const plain = await rawlyKept(folder)
    for (const trace of [NUMBER, NAME, TOLD, VISITOR]) expect(plain.includes(trace), trace).toBe(true)
    const again = await scratchEngine({ dataFolder: folder, metaUrl: engine.meta.url })
    expect(await turnsOf(again.url, contact)).toBe(before)
    const message = whatsappMessage({ text: { body: 'I am back' } })
    expect(await tellAsMeta(again.url, engine.id, whatsappBody([message]))).toBe(200)
    await again.settle()
    expect(await turnsOf(again.url, contact)).toContain('I am back')
    await again.close()
    await expectNoTrace(folder)
  })

  test('a changed, moved or plain cell is a coded fault of that conversation, and of no other', async () => {
    const folder = scratchFolder()
    await talkedTo(folder)
    await tamperWith(folder)
    const engine = await scratchEngine({ dataFolder: folder })
    const path = `/v1/bots/${COUNTING_BOT}/conversations`
    const message = { path: `${path}/anna/messages`, body: { id: 'x', text: 'and now?' } }
    expect(await signedCall(engine.url, message)).toMatchObject({
      status: 500,
      json: { code: 'engine-data/sealed' },
    })
    const read = await signedCall(engine.url, { path: `${path}/anna/messages` })
    expect(read).toMatchObject({ status: 500, json: { code: 'engine-data/sealed' } })
    expect(JSON.stringify(read.json)).not.toContain('anna')
    expect(await say(engine.url, { ...anna, contact: 'berta' }, { id: 'x', text: 'and now?' })).toMatchObject(
      {
        outcome: 'answered',
      },
    )
    const health = await fetch(`${engine.url}/health`)
    expect(await health.json()).toEqual({ status: 'ok', brokenSeals: expect.any(Number) })
    const erased = { contact: 'anna', reason: 'somebody wrote into the data' }
    expect(await signedCall(engine.url, { path: '/v1/contacts/erase', body: erased })).toMatchObject({
      status: 200,
    })
    await engine.close()
    // Everything that is left opens.
    expect(await everythingKept(folder)).not.toContain('anna')
  })

  test('a new key in front opens what the old one sealed, which may go then; with another key nothing starts', async () => {
    const dataFolder = scratchFolder()
    const first = await scratchEngine({ dataFolder })
    await putToWork(first.url, countingBot())
    await say(first.url, anna, { id: 'a', text: TOLD })
    const before = await transcriptOf(first.url, 'anna')
    await first.close()
    await (await scratchEngine({ dataFolder, sealKeys: [KEY('b', 2), ...SEAL_KEYS] })).close()
    const options = { dataFolder, databaseUrl: isOnPostgres() ? await databaseOf(dataFolder) : null }
    for (const key of [...SEAL_KEYS, KEY('b', 3)])
      expect(await refusal({ ...options, sealKeys: [key] })).toMatchObject({ code: 'engine-data/other-key' })
    const last = await scratchEngine({ dataFolder, sealKeys: [KEY('b', 2)] })
    expect(await transcriptOf(last.url, 'anna')).toEqual(before)
  })

  test('every column is sealed, or it is said here why it is not', async () => {
    const store = await openSqliteStore(scratchFolder(), SEALER)
    if (!store.ok) throw new Error(store.message)
    const columns = await store.value.all<{ name: string }>(
      `select s.name || '.' || c.name as name from sqlite_schema s, pragma_table_info(s.name) c
       where s.type = 'table' and s.name not like 'sqlite_%' and c.type <> 'INTEGER'`,
    )
    await store.value.close()
    const isSealed = (column: string) => {
      const [table = '', name = ''] = column.split('.')
      const { names = [], ids = [], bodies = {} } = SEALED[table] ?? {}
      return [...names, ...ids].includes(name) || Object.hasOwn(bodies, name)
    }
    const open = columns.map(({ name }) => name).filter(name => !isSealed(name))
    // A new one that says something of a person belongs into sealed-columns.ts.
    expect(open.toSorted()).toEqual(plainColumns().toSorted())
  })
})
