import { expect, test } from 'vitest'
import type { ShownKey } from '../../../src-shared/publish/key-protocol.ts'
import { openData } from './scratch-data.ts'
import { scratchEngine, scratchFolder } from './scratch-engine.ts'
import { signedCall } from './signed-call.ts'

const PROXIES = ['127.0.0.1']
const OFFICE = { 'x-forwarded-for': '203.0.113.7' }
const ELSEWHERE = { 'x-forwarded-for': '198.51.100.9' }

async function keyOf(url: string, addresses: readonly string[]): Promise<ShownKey> {
  const body = { kind: 'signing', label: 'designer', scopes: ['admin'], addresses }
  const { status, json } = await signedCall(url, { path: '/v1/keys', body })
  expect(status).toBe(201)
  return json as unknown as ShownKey
}

test('a key is good from its addresses only, as a trusted proxy tells them; a refusal is audited once (requirements.md NHN-142)', async () => {
  const dataFolder = scratchFolder()
  const engine = await scratchEngine({ dataFolder, proxies: PROXIES })
  const { key, secret } = await keyOf(engine.url, ['203.0.113.0/24'])
  const ask = (headers: Record<string, string>) =>
    signedCall(engine.url, { path: '/v1/bots', secret, headers: { 'x-parley-key': key.key, ...headers } })
  expect((await ask(OFFICE)).status).toBe(200)
  // What a sender writes in front of the proxy's own word counts for nothing.
  const forged = { 'x-forwarded-for': '203.0.113.7, 198.51.100.9' }
  for (const from of [ELSEWHERE, ELSEWHERE, forged])
    expect(await ask(from)).toMatchObject({ status: 403, json: { code: 'request/wrong-address' } })
  await engine.close()
  const { db } = await openData(dataFolder)
  const rows = await db.all("select key, detail from audit where action = 'key.wrongAddress'")
  await db.close()
  expect(rows).toEqual([{ key: key.key, detail: '{"address":"198.51.100.9"}' }])
})

test('nobody who is not a trusted proxy is believed', async () => {
  const engine = await scratchEngine()
  const { key, secret } = await keyOf(engine.url, ['203.0.113.0/24'])
  const headers = { 'x-parley-key': key.key, ...OFFICE }
  expect((await signedCall(engine.url, { path: '/v1/bots', secret, headers })).status).toBe(403)
})

test('who binds the key they came with is within, and others are bound as one likes', async () => {
  const engine = await scratchEngine({ proxies: PROXIES })
  const { key, secret } = await keyOf(engine.url, [])
  const bind = (addresses: readonly string[], headers: Record<string, string>, own = true) =>
    signedCall(engine.url, {
      method: 'PUT',
      path: `/v1/keys/${key.key}/addresses`,
      body: { addresses },
      ...(own ? { secret } : {}),
      headers: { ...headers, ...(own ? { 'x-parley-key': key.key } : {}) },
    })
  expect(await bind(['198.51.100.0/24'], OFFICE)).toMatchObject({
    status: 409,
    json: { code: 'key/would-lock-out' },
  })
  expect((await bind(['203.0.113.0/24'], OFFICE)).json).toMatchObject({ addresses: ['203.0.113.0/24'] })
  expect((await bind([], ELSEWHERE)).status).toBe(403)
  expect((await bind(['2001:db8::/32'], ELSEWHERE, false)).status).toBe(200)
  expect((await bind([], OFFICE)).status).toBe(403)
  expect((await bind(['10.0.0.0/99'], OFFICE, false)).status).toBe(400)
})

test('who fails to sign in ten times is not heard for a while, others are (requirements.md NHN-146)', async () => {
  const engine = await scratchEngine({ proxies: PROXIES })
  const ask = (headers: Record<string, string>, secret?: string) =>
    signedCall(engine.url, { path: '/v1/bots', headers, ...(secret ? { secret } : {}) })
  const tries: number[] = []
  for (let count = 0; count < 11; count += 1) tries.push((await ask(ELSEWHERE, 'wrong')).status)
  expect(tries).toEqual([...Array.from({ length: 10 }, () => 401), 429])
  expect((await ask(ELSEWHERE)).status).toBe(429)
  expect((await ask(OFFICE)).status).toBe(200)
})
