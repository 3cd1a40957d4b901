import { expect, onTestFinished, test } from 'vitest'
import { startEngine } from '../../../src-engine/start-engine.ts'
import { findEngine } from '../../../src-main/store/engine-accounts.ts'
import type { NewKeyRequest } from '../../../src-shared/publish/key-protocol.ts'
import { SCOPES } from '../../../src-shared/publish/scopes.ts'
import { BOT } from '../store/chain-bot.ts'
import { NOW, value } from '../store/scratch-library.ts'
import { scratchFolder } from './handler-host.ts'
import { publishingBench } from './publishing-bench.ts'
import { KEY } from './scripted-engine.ts'

async function ready() {
  const keys = new Map([['k1', [KEY]]])
  const engine = await startEngine({ dataFolder: scratchFolder(), keys, logLevel: 'silent', now: () => NOW })
  onTestFinished(() => engine.close())
  const bench = publishingBench()
  return { bench, url: engine.url, engine: await bench.addEngine(engine.url) }
}

test('an engine is asked before it is kept: what its key may do, a wrong key, an address where none is', async () => {
  const { bench, url, engine } = await ready()
  const verify = bench.handlers['engines.verify']
  const look = value(await verify({ id: null, url, keyId: 'k1', key: KEY }))
  expect(look).toMatchObject({ engine: 'Parley', protocol: 1, scopes: SCOPES, ms: expect.any(Number) })
  expect(value(await verify({ id: engine, url, keyId: 'k1', key: null }))).toMatchObject(look)
  const wrong = await verify({ id: null, url, keyId: 'k1', key: 'another key of the tests' })
  expect(wrong).toMatchObject({ ok: false, code: 'engine/unauthorised' })
  const nobody = { id: null, url: 'http://127.0.0.1:1', keyId: 'k1', key: KEY }
  expect(await verify(nobody)).toMatchObject({ ok: false, code: 'engine/unreachable' })
  expect(await verify({ ...nobody, key: null })).toMatchObject({ ok: false, code: 'secret/missing' })
  expect(value(await bench.handlers['engines.list'](undefined))).toHaveLength(1)
})

test('a key is made, taken along by the clipboard, used, rotated, bound and revoked; its secret stays here (NHN-142)', async () => {
  const { bench, engine } = await ready()
  const { handlers, copied } = bench
  const key: NewKeyRequest = { kind: 'signing', label: 'Designer', scopes: ['admin'], addresses: [] }
  const made = value(await handlers['keys.add']({ engine, key }))
  const of = { engine, key: made.key }
  value(await handlers['keys.copySecret'](of))
  expect(copied).toEqual([expect.stringMatching(/^[A-Za-z0-9_-]{43}$/)])
  expect(JSON.stringify([made, bench.notices])).not.toContain(copied[0])
  expect(value(await handlers['keys.use'](of)).keyId).toBe(made.key)
  expect(value(await handlers['engines.test']({ id: engine })).scopes).toEqual(['admin'])

  value(await handlers['keys.rotate']({ ...of, graceMs: 0 }))
  expect(findEngine(bench.db, engine)?.keyId).toBe(made.key)
  expect(value(await handlers['keys.list']({ engine }))).toMatchObject([{ label: 'Designer' }])
  value(await handlers['keys.copySecret'](of))
  expect(copied[1]).not.toBe(copied[0])
  value(await handlers['keys.forgetSecret'](undefined))
  expect(await handlers['keys.copySecret'](of)).toMatchObject({ code: 'secret/shown-once' })
  expect(await handlers['keys.use'](of)).toMatchObject({ code: 'secret/shown-once' })

  const out = await handlers['keys.bind']({ ...of, addresses: ['203.0.113.0/24'] })
  expect(out).toMatchObject({
    ok: false,
    code: 'key/would-lock-out',
    message: expect.stringContaining('127.0.0.1'),
  })
  const within = ['127.0.0.0/8', '::1/128']
  expect(value(await handlers['keys.bind']({ ...of, addresses: within })).addresses).toEqual(within)
  expect(value(await handlers['keys.revoke'](of)).revokedAt).toBe(NOW)
  expect(await handlers['keys.list']({ engine })).toMatchObject({ ok: false, code: 'engine/unauthorised' })
})

test('a token of another system is chosen for a bot (KAR-03, KAR-10)', async () => {
  const { bench, engine } = await ready()
  const job = value(await bench.start(engine, 'publish'))
  await bench.reached(job.id, 'done')
  const token: NewKeyRequest = { kind: 'token', label: 'Shop', scopes: ['converse'], addresses: [] }
  const made = value(await bench.handlers['keys.add']({ engine, key: token }))
  value(await bench.handlers['keys.copySecret']({ engine, key: made.key }))
  expect(bench.copied[0]).toMatch(/^parley_key-/)
  const of = { engine, bot: BOT }
  expect(value(await bench.handlers['keys.tokensOf'](of))).toEqual([])
  expect(value(await bench.handlers['keys.chooseTokens']({ ...of, tokens: [made.key] }))).toEqual([made.key])
  expect(value(await bench.handlers['keys.tokensOf'](of))).toEqual([made.key])
})
