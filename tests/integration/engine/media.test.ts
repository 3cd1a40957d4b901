import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { byteRange } from '../../../src-engine/http/byte-range.ts'
import { fileReference } from '../../../src-shared/message/file-address.ts'
import { uploadFiles } from '../../../src-shared/publish/upload-files.ts'
import { healthyBot, mediaId, say } from '../../unit/document/draft-bot.ts'
import { publishRequestOf } from './counting-bot.ts'
import { clientOf, putToWork, scratchEngine } from './scratch-engine.ts'
import { signedCall } from './signed-call.ts'

const PNG = readFileSync('docs/pictures/library.png')
const HASH = createHash('sha256').update(PNG).digest('hex')

function showing() {
  const media = { kind: 'image', url: fileReference(mediaId('shop')) }
  return healthyBot()
    .media('shop', { hash: HASH, size: PNG.length })
    .block('hello', 'message', { ...say('Our shop'), media })
    .document()
}

const base64Of = () => PNG.toString('base64')

describe('files that blocks send', () => {
  test('are uploaded once, and a bundle whose files are missing is refused', async () => {
    const { url } = await scratchEngine()
    const client = clientOf(url)
    const document = showing()
    const publish = () => client.publish(document.bot.id, '0.1', publishRequestOf(document))
    expect(await publish()).toMatchObject({
      code: 'engine/problems',
      problems: [{ code: 'media/missing', pointer: 'media_shop' }],
    })
    expect(await uploadFiles(client, document, () => null)).toMatchObject({ code: 'media/missing' })
    expect(await uploadFiles(client, document, base64Of)).toEqual({ ok: true, value: null })
    expect(
      await uploadFiles(client, document, () => {
        throw new Error('it is there already')
      }),
    ).toMatchObject({ ok: true })
    expect(await publish()).toMatchObject({ ok: true })
  })

  test('are shown in the web chat and to channels, and can be fetched in parts', async () => {
    const { url } = await scratchEngine()
    const document = showing()
    await uploadFiles(clientOf(url), document, base64Of)
    await putToWork(url, document)
    const bot = document.bot.id
    const { json } = await signedCall(url, {
      path: `/v1/bots/${bot}/conversations/c1/messages`,
      body: { id: 'm1', text: 'hi' },
    })
    expect(JSON.stringify(json)).toContain(`${url}/media/${HASH}`)
    const visitor = 'v'.repeat(22)
    const page = `${url}/chat/${bot}/${visitor}/messages`
    await fetch(page, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: 'm1', text: 'hi' }),
    })
    expect(await (await fetch(page)).text()).toContain(`"url":"/media/${HASH}"`)
    const file = await fetch(`${url}/media/${HASH}`)
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    expect(Buffer.from(await file.arrayBuffer()).equals(PNG)).toBe(true)
    const part = await fetch(`${url}/media/${HASH}`, { headers: { range: 'bytes=0-7' } })
    expect([part.status, Buffer.from(await part.arrayBuffer())]).toEqual([206, PNG.subarray(0, 8)])
    expect((await fetch(`${url}/media/${'0'.repeat(64)}`)).status).toBe(404)
  })

  test('are what their hash says, and nothing that could be run', async () => {
    const { url } = await scratchEngine()
    const put = (hash: string, bytes: Buffer, secret?: string) =>
      signedCall(url, {
        method: 'PUT',
        path: `/v1/media/${hash}`,
        body: { base64: bytes.toString('base64') },
        ...(secret ? { secret } : {}),
      })
    expect(await put('0'.repeat(64), PNG)).toMatchObject({ json: { code: 'bundle/hash-mismatch' } })
    const page = Buffer.from('<!DOCTYPE html><script>alert(1)</script>')
    const hash = createHash('sha256').update(page).digest('hex')
    expect(await put(hash, page)).toMatchObject({ status: 422, json: { code: 'media/refused' } })
    expect(await put(HASH, PNG, 'wrong'.repeat(8))).toMatchObject({ status: 401 })
    expect((await fetch(`${url}/media/${HASH}`)).status).toBe(404)
  })
})

test.each([
  [undefined, null],
  ['bytes=0-', { from: 0, to: 9 }],
  ['bytes=2-4', { from: 2, to: 4 }],
  ['bytes=5-99', { from: 5, to: 9 }],
  ['bytes=-3', { from: 7, to: 9 }],
  ['bytes=-0', 'none'],
  ['bytes=10-', 'none'],
  ['bytes=4-2', null],
  ['bytes=0-1,3-4', null],
  ['lines=0-1', null],
])('the range %s of ten bytes', (header, range) => {
  expect(byteRange(header, 10)).toEqual(range)
})
