import { expect, test } from 'vitest'
import { renewSecrets, sealSecrets } from '../../../src-engine/integrations/secrets.ts'
import { resealSecrets } from '../../../src-engine/reseal-secrets.ts'
import type { EngineDb } from '../../../src-engine/store/db.ts'
import { findIntegration, type Integration, saveIntegration } from '../../../src-engine/store/integrations.ts'
import { createSealer, type Sealer, type SealKey } from '../../../src-engine/store/seal.ts'
import { PHONE } from '../../loopback/meta.ts'
import { activeChannel } from './channel-engine.ts'
import { countingBot } from './counting-bot.ts'
import { metaLoopback } from './meta-loopback.ts'
import { openData } from './scratch-data.ts'
import { scratchEngine, scratchFolder } from './scratch-engine.ts'
import { signedCall } from './signed-call.ts'
import { SEAL_KEYS, SEALER } from './test-key.ts'

const NEW: SealKey = { id: 'new', bytes: Buffer.alloc(32, 7) }
const BOTH = [NEW, ...SEAL_KEYS] as const
const ID = 'int0000000000000a'
const CHANNEL = { kind: 'whatsapp', account: PHONE }
const EFFECTS = { allowPrivate: true, secrets: new Map(), desk: null }

/** An engine's data with a secret of every kind in them; answers how the signing key is used. */
async function withSecrets(
  dataFolder: string,
): Promise<Readonly<{ channel: string; key: string; secret: string }>> {
  const engine = await activeChannel(countingBot(), CHANNEL, { dataFolder, effects: EFFECTS })
  const { json } = await engine.call('/v1/keys', { kind: 'signing', label: 'Shop', scopes: ['converse'] })
  await engine.call('/v1/callback', { url: 'https://shop.example/told' }, 'PUT')
  const made = await engine.call('/v1/keys', { kind: 'token', label: 'Bills', scopes: ['converse'] })
  expect(made.status).toBe(201)
  await engine.close()
  const { db } = await openData(dataFolder)
  const given = { accessToken: 'first-access-token', verificationToken: 'a-verification-token' }
  const first = sealSecrets({ seal: SEALER }, { id: ID, secrets: {} }, given, 1)
  const secrets = sealSecrets(
    { seal: SEALER },
    { id: ID, secrets: first },
    { accessToken: 'second-token' },
    1,
  )
  await db.atomically(tx => saveIntegration(tx, { ...INTEGRATION, secrets }))
  await db.close()
  const { key } = json.key as { key: string }
  return { channel: engine.id, key, secret: String(json.secret) }
}

const INTEGRATION: Omit<Integration, 'secrets'> = {
  ...{ id: ID, name: 'Bot elsewhere', bot: '', url: 'https://bot.example', hook: 'h', failures: 0 },
  ...{ verifiedAt: 1, lastDoneAt: null, lastError: null, lastErrorAt: null, createdAt: 1, changedAt: 1 },
  platform: 'other',
  state: 'active',
  failureUnit: 'event',
}

/** The ids of the seal keys that something in the data needs, with how often. */
async function keysInUse(db: EngineDb): Promise<Readonly<Record<string, number>>> {
  const texts = await db.all<{ text: string }>(
    `select secrets as text from channel union all select secrets from integration
     union all select secret from proactive_callback union all select value from api_secret
     union all select sealed from data_key`,
  )
  const used: Record<string, number> = {}
  for (const { text } of texts)
    for (const [, id = ''] of text.matchAll(/\bv1\.([A-Za-z0-9_-]+)\./g)) used[id] = (used[id] ?? 0) + 1
  return used
}

/** As a process that ends in the middle. */
function endingAfter(seals: number, sealer: Sealer): Sealer {
  let left = seals
  return {
    ...sealer,
    seal(text, about) {
      if (left === 0) throw new Error('the process ends here')
      left -= 1
      return sealer.seal(text, about)
    },
  }
}

test('a new seal key in front has every secret, whenever the process ends; the old one may go (NHN-141)', async () => {
  const dataFolder = scratchFolder()
  const { channel, key, secret } = await withSecrets(dataFolder)
  const before = await openData(dataFolder)
  expect(await keysInUse(before.db)).toEqual({ tests: 7 })
  await expect(resealSecrets(before.db, endingAfter(2, createSealer(BOTH)))).rejects.toThrow('ends here')
  const half = await keysInUse(before.db)
  expect([half.new, half.tests]).toEqual([1, 6])
  await before.db.close()

  await (await scratchEngine({ dataFolder, sealKeys: BOTH })).close()
  const { db: after } = await openData(dataFolder, createSealer([NEW]))
  expect(await keysInUse(after)).toEqual({ new: 7 })
  expect(await resealSecrets(after, createSealer([NEW]))).toEqual({ count: 0, unreadable: [] })
  const kept = await findIntegration(after, ID)
  const opened = renewSecrets(kept?.secrets ?? {}, ID, (sealed, about) => {
    const text = createSealer([NEW]).open(sealed, about)
    return text.ok ? text.value : text.message
  })
  expect(opened).toMatchObject({
    access: 'second-token',
    verification: 'a-verification-token',
    previous: { access: 'first-access-token' },
  })
  await after.close()

  const meta = await metaLoopback()
  const options = { metaUrl: meta.url, effects: EFFECTS }
  const { url } = await scratchEngine({ dataFolder, sealKeys: [NEW], ...options })
  const verified = await signedCall(url, { method: 'POST', path: `/v1/channels/${channel}/verify` })
  expect(verified.json).toMatchObject({ state: 'active' })
  const signed = await signedCall(url, { path: '/v1/callback', secret, headers: { 'x-parley-key': key } })
  expect(signed).toMatchObject({ status: 404, json: { code: 'request/not-found' } })
})

test('what no key opens stays as it is, and is told', async () => {
  const dataFolder = scratchFolder()
  const { channel } = await withSecrets(dataFolder)
  const { db } = await openData(dataFolder)
  const other = createSealer([{ id: 'lost', bytes: Buffer.alloc(32, 9) }]).seal('{}', `channel/${channel}`)
  await db.atomically(tx => tx.run('update channel set secrets = ? where id = ?', other, channel))
  const { count, unreadable } = await resealSecrets(db, createSealer(BOTH))
  expect([count, unreadable]).toEqual([3, [`channel/${channel}`]])
  expect(await keysInUse(db)).toMatchObject({ lost: 1 })
  await db.close()
})
