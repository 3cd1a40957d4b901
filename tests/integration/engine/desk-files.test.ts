import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { DeskMessages } from '../../../src-engine/desk/desk-protocol.ts'
import type { Transcript } from '../../../src-shared/publish/conversation-protocol.ts'
import { IG, PAGE, PHONE, tellAsMeta, whatsappBody, whatsappMessage } from '../../loopback/meta.ts'
import { activeChannel, type ChannelEngine } from './channel-engine.ts'
import { DESK_BOT, deskBot } from './desk-bot.ts'
import { agentAtWork, type DeskCaller } from './desk-caller.ts'
import { hookSystem, tellAsHook } from './hook-system.ts'
import { putToWork, scratchEngine } from './scratch-engine.ts'
import { say, signedCall } from './signed-call.ts'

const PNG = readFileSync('docs/pictures/library.png')
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
const GIF = Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1')
const WORDS = ['help', 'bill', '4711']

async function take(agent: DeskCaller): Promise<number> {
  await expect.poll(async () => (await agent.waiting()).length).toBe(1)
  const [line] = await agent.waiting()
  const chat = line?.id ?? 0
  expect((await agent.act(chat, 'take')).status).toBe(200)
  return chat
}

/** Uploads a file and sends it; answers its hash. */
async function sendFile(
  agent: DeskCaller,
  chat: number,
  { bytes, ...named }: Readonly<{ bytes: Buffer; id: string; text: string; name: string; alt?: string }>,
): Promise<string> {
  const { id, text, ...file } = named
  const kept = await agent.upload(chat, bytes)
  expect(kept).toMatchObject({ status: 200, json: { size: bytes.length } })
  const hash = String(kept.json.hash)
  const sent = await agent.act(chat, 'messages', { id, text, file: { hash, ...file } })
  expect(sent).toMatchObject({ status: 200 })
  return hash
}

const PICTURE = { bytes: PNG, id: 'p', text: 'Here *is* it', name: 'library.png', alt: 'A list' } as const
const PAPER = { bytes: PDF, id: 'd', text: '', name: 'bill.pdf' } as const

/** Says something to a page of Messenger or Instagram. */
async function tellPage(engine: ChannelEngine, object: string, account: string): Promise<void> {
  for (const [index, text] of WORDS.entries()) {
    const message = { mid: `m_${index}`, text }
    const messaging = [{ sender: { id: '555' }, recipient: { id: account }, timestamp: 1, message }]
    await tellAsMeta(engine.url, engine.id, { object, entry: [{ id: account, time: 1, messaging }] })
    await engine.settle()
  }
}

describe('files of agents (requirements.md NHN-71, NHN-34)', () => {
  test('WhatsApp has a picture with its text, and a document with its name', async () => {
    const engine = await activeChannel(deskBot(), { kind: 'whatsapp', account: PHONE })
    const berta = await agentAtWork(engine.url, 'Berta')
    for (const text of WORDS) {
      await tellAsMeta(engine.url, engine.id, whatsappBody([whatsappMessage({ text: { body: text } })]))
      await engine.settle()
    }
    const chat = await take(berta)
    expect((await berta.detail(chat)).mostBytes).toMatchObject({ image: 5 * 1_048_576, document: 25_000_000 })
    const picture = await sendFile(berta, chat, PICTURE)
    const paper = await sendFile(berta, chat, PAPER)
    await expect.poll(() => engine.meta.sent.length).toBe(4)
    const [first, second] = engine.meta.sent.slice(2).map(({ body }) => body)
    // What an agent writes is plain: stars in it are stars there too.
    expect(first).toMatchObject({ type: 'image', image: { link: `${engine.url}/media/${picture}` } })
    expect(second).toMatchObject({
      type: 'document',
      document: { link: `${engine.url}/media/${paper}`, filename: 'bill.pdf' },
    })
    expect(await berta.upload(chat, GIF)).toMatchObject({ status: 422, json: { code: 'desk/file-type' } })
    const large = Buffer.concat([PNG, Buffer.alloc(6_000_000)])
    expect(await berta.upload(chat, large)).toMatchObject({ status: 422, json: { code: 'desk/file-size' } })
  })

  test.each([
    ['messenger', 'page', PAGE],
    ['instagram', 'instagram', IG],
  ])('%s has them in the shape of its Send API', async (kind, object, account) => {
    const engine = await activeChannel(deskBot(), { kind, account })
    const berta = await agentAtWork(engine.url, 'Berta')
    await tellPage(engine, object, account)
    const chat = await take(berta)
    const before = engine.meta.sent.length
    const hash = await sendFile(berta, chat, PICTURE)
    const paper = await sendFile(berta, chat, PAPER)
    await expect.poll(() => engine.meta.sent.length).toBe(before + 3)
    const [picture, text, document] = engine.meta.sent.slice(before).map(({ body }) => body.message)
    expect(picture).toMatchObject({
      attachment: { type: 'image', payload: { url: `${engine.url}/media/${hash}` } },
    })
    expect(text).toMatchObject({ text: 'Here *is* it' })
    const url = `${engine.url}/media/${paper}`
    // Instagram shows no documents, and gets the address of it.
    expect(document).toMatchObject(
      kind === 'messenger'
        ? { attachment: { type: 'file', payload: { url } } }
        : { text: expect.stringContaining(url) },
    )
  })

  test('a generic channel has all of it', async () => {
    const { engine, sent } = await hookSystem(deskBot())
    const berta = await agentAtWork(engine.url, 'Berta')
    for (const text of WORDS) await tellAsHook(engine, { messages: [{ id: text, from: 'a', text }] })
    const hash = await sendFile(berta, await take(berta), PICTURE)
    const { alt, name, text } = PICTURE
    await expect.poll(() => sent.at(-1)?.from).toBe('agent')
    expect(sent.at(-1)?.message).toMatchObject({
      body: { text },
      media: { kind: 'image', url: `${engine.url}/media/${hash}`, name, alt },
    })
  })

  test('the web chat, the transcript and the desk show them', async () => {
    const engine = await scratchEngine()
    await putToWork(engine.url, deskBot())
    const berta = await agentAtWork(engine.url, 'Berta')
    const visitor = 'v'.repeat(22)
    const page = `${engine.url}/chat/${DESK_BOT}/${visitor}`
    for (const text of WORDS) {
      const body = JSON.stringify({ id: text, text })
      await fetch(`${page}/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      })
      await engine.settle()
    }
    const upload = await fetch(`${page}/files`, { method: 'POST', body: new Uint8Array(PNG) })
    const { hash } = (await upload.json()) as { hash: string }
    const body = JSON.stringify({ id: 'file', text: '', files: [{ hash, name: 'mine.png' }] })
    await fetch(`${page}/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    const chat = await take(berta)
    await expect.poll(async () => (await berta.mine())[0]?.lastFile).toBe('image')
    await sendFile(berta, chat, PICTURE)
    const paper = await sendFile(berta, chat, PAPER)
    // The same again is not said twice.
    expect(await sendFile(berta, chat, PAPER)).toBe(paper)
    const { messages } = (await (await fetch(`${page}/messages`)).json()) as { messages: { shown: object }[] }
    expect(messages.slice(-2)).toMatchObject([
      {
        from: 'agent',
        text: 'Here *is* it',
        shown: { media: [{ kind: 'image', url: `/media/${hash}`, alt: 'A list' }] },
      },
      {
        from: 'agent',
        text: '',
        shown: { media: [{ kind: 'document', url: `/media/${paper}`, name: 'bill.pdf' }] },
      },
    ])
    const desk = (await berta.call('GET', `/chats/${chat}/messages`)).json as unknown as DeskMessages
    expect(desk.messages.slice(-3).map(({ files }) => files)).toEqual([
      [{ kind: 'image', name: 'mine.png', url: `media/${hash}`, alt: '', size: PNG.length }],
      [{ kind: 'image', name: 'library.png', url: `media/${hash}`, alt: 'A list', size: PNG.length }],
      [{ kind: 'document', name: 'bill.pdf', url: `media/${paper}`, alt: '', size: PDF.length }],
    ])
    expect(await berta.mine()).toMatchObject([{ lastFile: 'document', lastFrom: 'agent' }])
    const path = `/v1/bots/${DESK_BOT}/conversations/web:${visitor}/messages`
    const { json } = await signedCall(engine.url, { path })
    expect((json as Transcript).messages.at(-1)).toMatchObject({
      from: 'agent',
      content: { media: { url: `${engine.url}/media/${paper}` } },
    })
    const served = await fetch(`${engine.url}/media/${paper}`)
    expect(Buffer.from(await served.arrayBuffer())).toEqual(PDF)
  })

  test('only who has the conversation sends one, of a kind that is known', async () => {
    const engine = await scratchEngine()
    await putToWork(engine.url, deskBot())
    const berta = await agentAtWork(engine.url, 'Berta')
    const rui = await agentAtWork(engine.url, 'Rui')
    for (const text of WORDS) {
      await say(engine.url, { bot: DESK_BOT, contact: 'anna' }, { id: text, text })
      await engine.settle()
    }
    const [line] = await berta.waiting()
    expect(await berta.upload(line?.id ?? 0, PNG)).toMatchObject({ json: { code: 'desk/not-yours' } })
    const chat = await take(berta)
    expect(await rui.upload(chat, PNG)).toMatchObject({ json: { code: 'desk/not-yours' } })
    expect(await berta.upload(chat, Buffer.from('MZ\x00\x01'))).toMatchObject({
      status: 422,
      json: { code: 'media/refused' },
    })
    const file = { hash: 'a'.repeat(64), name: 'x' }
    for (const [body, status] of [
      [{ id: 'x', text: '', file }, 404],
      [{ id: 'y', text: '' }, 400],
    ] as const)
      expect((await berta.act(chat, 'messages', body)).status).toBe(status)
    const { hash } = (await berta.upload(chat, PNG)).json
    await berta.act(chat, 'close', { reason: 'solved' })
    const late = { id: 'z', text: '', file: { hash, name: 'x.png' } }
    expect((await berta.act(chat, 'messages', late)).json).toMatchObject({ code: 'desk/over' })
    expect((await berta.upload(chat, PNG)).json).toMatchObject({ code: 'desk/over' })
  })
})
