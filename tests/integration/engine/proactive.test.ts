import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { channelsPart } from '../../../src-engine/channels/channels-part.ts'
import { proactivePart } from '../../../src-engine/proactive/proactive-part.ts'
import { PHONE, tellAsMeta, whatsappBody, whatsappMessage } from '../../loopback/meta.ts'
import { activeChannel, type ChannelEngine } from './channel-engine.ts'
import { publishRequestOf } from './counting-bot.ts'
import { EXTERNAL, proactiveBot } from './proactive-bot.ts'
import { everythingKept } from './scratch-data.ts'
import { clientOf, scratchFolder } from './scratch-engine.ts'

const HOUR = 3_600_000
const MINUTE = 60_000
const CHANNEL = { kind: 'whatsapp', account: PHONE }
const ROUTE = `/v1/proactive/${EXTERNAL}`
const ANA = '5571999990000'
const TEMPLATE = { name: 'bill_ready', language: 'pt_BR', parameters: ['Ana', 'A7'] }

const start = (options = {}) => activeChannel(proactiveBot(), CHANNEL, options)

async function consent(engine: ChannelEngine, to: string, more: object = {}): Promise<void> {
  const entry = { to, channel: engine.id, category: 'utility', consent: 'given', source: 'Form', ...more }
  expect(await engine.call(`${ROUTE}/consents`, { entries: [entry] })).toMatchObject({ status: 201 })
}

/** What a request became: its id, or the code it was refused with. */
async function send(engine: ChannelEngine, body: object): Promise<string> {
  const { status, json } = await engine.call(`${ROUTE}/messages`, { to: ANA, channel: engine.id, ...body })
  await engine.settle()
  return status === 202 ? String(json.id) : `${status} ${json.code}`
}

const statusOf = async (engine: ChannelEngine, id: string) =>
  (await engine.call(`${ROUTE}/messages/${id}`)).json

async function hear(engine: ChannelEngine, text: string, from = ANA): Promise<void> {
  const message = whatsappMessage({ text: { body: text } }, { from })
  await tellAsMeta(engine.url, engine.id, whatsappBody([message], { contacts: [] }))
  await engine.settle()
}

async function token(engine: ChannelEngine): Promise<Readonly<{ id: string; secret: string }>> {
  const made = await engine.call('/v1/keys', {
    kind: 'token',
    label: 'External systems',
    scopes: ['converse'],
  })
  return { id: (made.json.key as { key: string }).key, secret: String(made.json.secret) }
}

const textsOf = ({ meta }: ChannelEngine) =>
  meta.sent.map(({ body }) => (body.text as { body: string } | undefined)?.body)

describe('conversations the company begins', () => {
  test('the copied sample with its token works unmodified, and its way is told (requirements.md KAR-01, KAR-03, KAR-04, KAR-10)', async () => {
    const engine = await start()
    await consent(engine, ANA)
    const [sample = ''] = /curl [\s\S]*?\n {2}\}'/.exec(readFileSync('docs/proactive.md', 'utf8')) ?? []
    const other = await token(engine)
    const chosen = await token(engine)
    const run = async (secret: string) => {
      const pasted = sample
        .replace('https://engine.example', engine.url)
        .replace('TOKEN', secret)
        .replace('CHANNEL', engine.id)
      const { stdout } = await promisify(execFile)('sh', ['-c', pasted])
      return JSON.parse(stdout) as Record<string, unknown>
    }
    const choose = { tokens: [chosen.id] }
    expect((await engine.call('/v1/bots/bot_support/proactive', choose, 'PUT')).json).toEqual(choose)
    expect(await run(other.secret)).toMatchObject({ status: 403, code: 'proactive/token-not-chosen' })
    const { id } = await run(chosen.secret)
    expect(await run(chosen.secret)).toMatchObject({ id })
    await engine.settle()
    const header = {
      type: 'document',
      document: { link: 'https://shop.example/bills/a7.pdf', filename: 'bill.pdf' },
    }
    expect(engine.meta.sent.map(({ body }) => [body.to, body.template])).toEqual([
      [ANA, expect.objectContaining({ name: 'bill_ready' })],
    ])
    expect(JSON.stringify(engine.meta.sent)).toContain(JSON.stringify(header))
    expect(await statusOf(engine, String(id))).toMatchObject({ status: 'sent', to: '+55 71 99999-0000' })
    const [{ body } = { body: {} }] = engine.meta.sent as { body: Record<string, unknown> }[]
    for (const status of ['delivered', 'read']) {
      const report = {
        id: 'wamid.sent1',
        status,
        timestamp: '1749416383',
        recipient_id: ANA,
        ...callback(body),
      }
      await tellAsMeta(engine.url, engine.id, whatsappBody([], { contacts: [], statuses: [report] }))
      await engine.settle()
      expect(await statusOf(engine, String(id))).toMatchObject({ status })
    }
    // What the flow says after it has no template, and the customer has not written.
    expect((await statusOf(engine, String(id))).messages).toMatchObject([
      { status: 'read' },
      { status: 'failed', reason: expect.stringContaining('24 hours') },
    ])
    await engine.call(`/v1/keys/${chosen.id}/revoke`, undefined, 'POST')
    expect(await run(chosen.secret)).toMatchObject({ status: 401 })
  })

  test('free text within 24 hours of their message, a template after it (requirements.md NHN-40)', async () => {
    let at = Date.UTC(2026, 0, 1)
    const engine = await start({ now: () => at })
    await hear(engine, 'hello')
    await consent(engine, ANA)
    at += 24 * HOUR - MINUTE
    expect(await send(engine, { text: '*Hi*', variables: { ORDER: 'A7' } })).toMatch(/^pm-/)
    expect(textsOf(engine).slice(-2)).not.toContain(undefined)
    expect(textsOf(engine)).toContain('A message from us about order A7.')
    const count = engine.meta.sent.length
    at += MINUTE + 1000
    expect(await send(engine, { text: 'Hi' })).toBe('422 proactive/window-closed')
    expect(await send(engine, {})).toBe('422 proactive/window-closed')
    expect(engine.meta.sent).toHaveLength(count)
    const late = await send(engine, { template: TEMPLATE })
    expect(engine.meta.sent.at(-1)?.body).toMatchObject({ type: 'template', to: ANA })
    expect(await statusOf(engine, late)).toMatchObject({ status: 'sent', reason: null })
  })

  test('nobody is written to who did not agree, and nobody who said no (requirements.md NHN-36)', async () => {
    const engine = await start()
    expect(await send(engine, { template: TEMPLATE })).toBe('422 proactive/no-opt-in')
    await hear(engine, 'hello')
    expect(await send(engine, { text: 'Your order' })).toMatch(/^pm-/)
    expect(await send(engine, { text: 'Buy!', category: 'marketing' })).toBe('422 proactive/no-opt-in')
    await consent(engine, ANA, { category: 'marketing', source: 'Shop', wording: 'Tell me of offers' })
    expect(await send(engine, { text: 'Buy!', category: 'marketing' })).toMatch(/^pm-/)
    await hear(engine, 'STOP')
    expect(await send(engine, { text: 'Your order' })).toBe('422 proactive/opted-out')
    // Their own word is taken back by their own word only.
    await consent(engine, ANA)
    expect(await send(engine, { text: 'Your order' })).toBe('422 proactive/opted-out')
    await hear(engine, 'START')
    expect(await send(engine, { text: 'Your order' })).toMatch(/^pm-/)
    const query = new URLSearchParams({ channel: engine.id, to: ANA })
    const { entries } = (await engine.call(`${ROUTE}/consents?${query}`)).json
    expect(entries).toMatchObject([
      { category: 'marketing', consent: 'given', by: 'tests', source: 'Shop' },
      { category: 'all', consent: 'withdrawn', by: '', source: 'keyword', wording: 'STOP' },
      { category: 'utility', consent: 'given' },
      { category: 'all', consent: 'given', source: 'keyword', wording: 'START' },
    ])
    await consent(engine, ANA, { consent: 'withdrawn' })
    expect(await send(engine, { text: 'Your order' })).toBe('422 proactive/opted-out')
  })

  test('a batch: each by itself, once per key, not in too much of a hurry (requirements.md KAR-01, KAR-22)', async () => {
    const at = Date.UTC(2026, 0, 1)
    const parts = [channelsPart, proactivePart({ burst: 10, perSecond: 1 })]
    const engine = await start({ now: () => at, parts })
    await consent(engine, ANA)
    await consent(engine, '16505551234', { consent: 'withdrawn' })
    const one = { channel: engine.id, template: TEMPLATE }
    const messages = [
      { ...one, to: ANA },
      { ...one, to: '16505551234' },
      { ...one, to: 'Ana' },
      { ...one, to: ANA, channel: `ch${'0'.repeat(16)}` },
      { ...one, to: ANA, document: { base64: Buffer.from('<script>').toString('base64') } },
    ]
    const first = await engine.call(`${ROUTE}/batch`, { messages, dedupeKey: 'k' })
    expect(first.json.results).toMatchObject([
      { status: 'accepted', to: ANA },
      { status: 'refused', code: 'proactive/opted-out' },
      { status: 'refused', code: 'proactive/bad-recipient' },
      { status: 'refused', code: 'proactive/unknown-channel' },
      { status: 'refused', code: 'media/refused' },
    ])
    const again = await engine.call(`${ROUTE}/batch`, { messages, dedupeKey: 'k' })
    expect(again).toMatchObject({ status: 429, json: { message: expect.stringContaining('in 2 s') } })
    await engine.settle()
    expect(engine.meta.sent).toHaveLength(1)
    const twice = { ...one, to: ANA, dedupeKey: 'at-once' }
    const both = await Promise.all([1, 2].map(() => engine.call(`${ROUTE}/messages`, twice)))
    expect(both.map(({ status }) => status)).toEqual([202, 202])
    expect(new Set(both.map(({ json }) => json.id)).size).toBe(1)
    const reused = await engine.call(`${ROUTE}/messages`, { ...one, to: ANA, dedupeKey: 'k' })
    expect(reused.json.code).toBe('proactive/key-reused')
    const history = JSON.stringify((await engine.call('/v1/bots/bot_support/history')).json)
    expect(history).toContain('"action":"proactive.send"')
    expect(history).toContain('"accepted":1')
    expect(history).not.toContain(ANA)
  })

  test('who is erased is gone from the ledger and from what was sent (requirements.md NHN-144)', async () => {
    const dataFolder = scratchFolder()
    const engine = await start({ dataFolder })
    await consent(engine, ANA, { wording: 'Ana signed the form' })
    expect(await send(engine, { to: '+55 71 99999-0000', template: TEMPLATE, dedupeKey: 'bill-a7' })).toMatch(
      /^\S+$/,
    )
    const erased = { contact: `wa:${engine.id}:${ANA}`, reason: 'a letter' }
    expect(await engine.call('/v1/contacts/erase', erased)).toMatchObject({
      status: 200,
      json: { records: { consent: 1, proactive_message: 1 } },
    })
    await engine.close()
    const kept = await everythingKept(dataFolder)
    expect(kept).toContain('pm-')
    for (const trace of [ANA, '99999-0000', 'signed the form']) expect(kept).not.toContain(trace)
  })

  test('an external id is one bot’s, and a bot that rests begins nothing (requirements.md KAR-07, KAR-09)', async () => {
    const engine = await start()
    await consent(engine, ANA)
    const other = proactiveBot({ id: 'bot_other' })
    expect(await clientOf(engine.url).publish(other.bot.id, '0.1', publishRequestOf(other))).toMatchObject({
      ok: false,
      message: expect.stringContaining('external id'),
    })
    const unknown = await engine.call('/v1/proactive/nobody/messages', { to: ANA, channel: engine.id })
    expect(unknown).toMatchObject({ status: 404, json: { code: 'proactive/unknown-bot' } })
    const rest = { reason: 'Holidays', conversations: 'finish', message: '' }
    expect((await engine.call('/v1/bots/bot_support/deactivate', rest)).status).toBe(200)
    expect(await send(engine, { template: TEMPLATE })).toBe('409 proactive/not-active')
  })
})

function callback(body: Record<string, unknown>) {
  return { biz_opaque_callback_data: body.biz_opaque_callback_data }
}
