import { describe, expect, test } from 'vitest'
import { auditOf } from '../../../src-engine/store/audit.ts'
import { createSealer } from '../../../src-engine/store/seal.ts'
import type { ApiKey, KeyList, ShownKey } from '../../../src-shared/publish/key-protocol.ts'
import type { Scope } from '../../../src-shared/publish/scopes.ts'
import { signRequest } from '../../../src-shared/publish/sign-request.ts'
import { COUNTING_BOT, countingBot, publishRequestOf } from './counting-bot.ts'
import { everythingKept, openData } from './scratch-data.ts'
import { putToWork, scratchEngine, scratchFolder } from './scratch-engine.ts'
import { signedCall } from './signed-call.ts'

const HOUR = 3_600_000
const messages = `/v1/bots/${COUNTING_BOT}/conversations/anna/messages`

async function make(
  url: string,
  scopes: readonly Scope[],
  kind: 'signing' | 'token' = 'signing',
): Promise<ShownKey> {
  const made = await signedCall(url, { path: '/v1/keys', body: { kind, label: 'CI', scopes } })
  expect(made.status).toBe(201)
  return made.json as unknown as ShownKey
}

type By = Readonly<{ key: Pick<ApiKey, 'key'>; secret: string }>

async function as(url: string, { key, secret }: By, call: Parameters<typeof signedCall>[1]) {
  const { status, json } = await signedCall(url, {
    ...call,
    secret,
    headers: { ...call.headers, 'x-parley-key': key.key },
  })
  return status === 200 ? 200 : `${status} ${json.code}`
}

async function withToken(url: string, path: string, token: string, body?: object): Promise<number> {
  const answer = await fetch(url + path, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: body ? JSON.stringify(body) : null,
  })
  return answer.status
}

describe('keys of an engine', () => {
  test('a key may do what its scopes say, and no more', async () => {
    const { url } = await scratchEngine()
    await putToWork(url, countingBot())
    const calls = {
      read: { path: `/v1/bots/${COUNTING_BOT}` },
      publish: {
        path: `/v1/bots/${COUNTING_BOT}/versions/0.1`,
        method: 'PUT',
        body: publishRequestOf(countingBot()),
      },
      activate: { path: `/v1/bots/${COUNTING_BOT}/activate`, body: { version: '1', expectedActive: '1' } },
      converse: { path: messages, body: { id: 'a', text: 'hello' } },
      admin: { path: '/v1/keys' },
    } as const
    const scopes = Object.keys(calls) as (keyof typeof calls)[]
    for (const scope of ['read', 'publish', 'converse', 'admin'] as const) {
      const key = await make(url, [scope])
      const answers = await Promise.all(scopes.map(name => as(url, key, calls[name])))
      expect(answers.map(answer => answer !== '403 request/out-of-scope')).toEqual(
        scopes.map(name => name === scope || scope === 'admin'),
      )
    }
    // What it may do is told to nobody but who has the secret.
    const { key } = await make(url, ['read'])
    expect(await as(url, { key, secret: 'not-the-secret-of-it' }, calls.admin)).toBe(
      '401 request/unauthorised',
    )
  })

  test('while it is rotated both secrets are accepted, until the grace is over', async () => {
    let now = Date.now()
    const { url } = await scratchEngine({ now: () => now })
    const first = await make(url, ['read'])
    const call = () => ({ path: '/v1/bots', at: now })
    const rotate = async (graceMs: number) => {
      const path = `/v1/keys/${first.key.key}/rotate`
      return (await signedCall(url, { path, body: { graceMs } })).json as unknown as ShownKey
    }
    const second = await rotate(HOUR)
    expect(second.key.rotatingUntil).toBe(now + HOUR)
    expect([await as(url, first, call()), await as(url, second, call())]).toEqual([200, 200])
    const third = await rotate(HOUR)
    const status = [await as(url, first, call()), await as(url, second, call()), await as(url, third, call())]
    expect(status).toEqual(['401 request/unauthorised', 200, 200])
    now += HOUR + 1
    expect([await as(url, second, call()), await as(url, third, call())]).toEqual([
      '401 request/unauthorised',
      200,
    ])
  })

  test('a revoked key is refused at once, and stays in the list', async () => {
    const { url } = await scratchEngine()
    const key = await make(url, ['read'])
    expect(await as(url, key, { path: '/v1/bots' })).toBe(200)
    const path = `/v1/keys/${key.key.key}/revoke`
    expect(await signedCall(url, { method: 'POST', path })).toMatchObject({ status: 200 })
    expect(await as(url, key, { path: '/v1/bots' })).toBe('401 request/unauthorised')
    expect(await signedCall(url, { method: 'POST', path })).toMatchObject({
      status: 404,
      json: { code: 'key/not-found' },
    })
    const { keys } = (await signedCall(url, { path: '/v1/keys' })).json as unknown as KeyList
    expect(keys).toMatchObject([{ key: key.key.key, revokedAt: expect.any(Number) }])
  })

  test('a token is taken where reading and talking is meant, never for publishing', async () => {
    const { url } = await scratchEngine()
    await putToWork(url, countingBot())
    const { key, secret } = await make(url, ['read', 'converse', 'admin'], 'token')
    expect(await withToken(url, '/v1/bots', secret)).toBe(200)
    expect(await withToken(url, messages, secret, { id: 'a', text: 'hi' })).toBe(200)
    expect(await withToken(url, '/v1/keys', secret)).toBe(401)
    expect(
      await withToken(url, '/v1/bots', `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`),
    ).toBe(401)
    expect(await withToken(url, '/v1/bots', 'anything')).toBe(401)
    // A token does not sign, and a key that signs is no token.
    expect(await as(url, { key, secret }, { path: '/v1/bots' })).toBe('401 request/unauthorised')
    const signing = await make(url, ['read'])
    expect(await withToken(url, '/v1/bots', `parley_${signing.key.key}_${signing.secret}`)).toBe(401)
    await signedCall(url, { method: 'POST', path: `/v1/keys/${key.key}/revoke` })
    expect(await withToken(url, '/v1/bots', secret)).toBe(401)
  })

  test('no secret is in the data as it is, keys outlive a restart, and what was done is told', async () => {
    const dataFolder = scratchFolder()
    const engine = await scratchEngine({ dataFolder })
    const signing = await make(engine.url, ['read'])
    const token = await make(engine.url, ['read'], 'token')
    await engine.close()
    const kept = await everythingKept(dataFolder)
    expect(kept).toContain(signing.key.key)
    for (const { secret } of [signing, token]) expect(kept).not.toContain(secret)
    const again = await scratchEngine({ dataFolder })
    expect(await as(again.url, signing, { path: '/v1/bots' })).toBe(200)
    expect(await withToken(again.url, '/v1/bots', token.secret)).toBe(200)
    await signedCall(again.url, { method: 'POST', path: `/v1/keys/${token.key.key}/revoke` })
    await again.close()
    const { db } = await openData(dataFolder)
    const told = (await auditOf(db, '')).map(({ key, action, detail }) => [key, action, detail.key])
    await db.close()
    expect(told).toEqual([
      ['tests', 'key.add', signing.key.key],
      ['tests', 'key.add', token.key.key],
      ['tests', 'key.revoke', token.key.key],
    ])
  })

  test('a key whose seal is not here any more signs nothing, and others go on', async () => {
    const dataFolder = scratchFolder()
    const engine = await scratchEngine({ dataFolder })
    const key = await make(engine.url, ['read'])
    await engine.close()
    const { db } = await openData(dataFolder)
    const { key: id } = key.key
    const lost = createSealer([{ id: 'lost', bytes: new Uint8Array(32) }])
    const sealed = lost.seal(key.secret, `api_secret/${id}/1`)
    await db.atomically(tx => tx.run('update api_secret set value = ? where key = ?', sealed, id))
    await db.close()
    const again = await scratchEngine({ dataFolder })
    expect(await as(again.url, key, { path: '/v1/bots' })).toBe('401 request/unauthorised')
    expect(await as(again.url, await make(again.url, ['read']), { path: '/v1/bots' })).toBe(200)
  })

  test.each([
    ['no scopes', { kind: 'signing', label: 'x', scopes: [] }],
    ['a scope that is none', { kind: 'signing', label: 'x', scopes: ['root'] }],
    ['no label', { kind: 'token', label: ' ', scopes: ['read'] }],
    ['a kind that is none', { kind: 'cookie', label: 'x', scopes: ['read'] }],
  ])('%s is refused', async (_, body) => {
    const { url } = await scratchEngine()
    expect(await signedCall(url, { path: '/v1/keys', body })).toMatchObject({ status: 400 })
  })

  test('the signature of one key does not fit another that has the same body', async () => {
    const { url } = await scratchEngine()
    const [a, b] = [await make(url, ['read']), await make(url, ['read'])]
    const headers = { 'x-signature': signRequest(a.secret, Date.now() / 1000, ''), 'x-parley-key': b.key.key }
    expect(await signedCall(url, { path: '/v1/bots', headers })).toMatchObject({ status: 401 })
  })
})
