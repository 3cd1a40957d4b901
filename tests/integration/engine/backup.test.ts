import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { restoreBackup } from '../../../src-engine/backup/restore-backup.ts'
import { createSealer, type SealKeys } from '../../../src-engine/store/seal.ts'
import type { BotHistory } from '../../../src-shared/publish/protocol.ts'
import { signRequest } from '../../../src-shared/publish/sign-request.ts'
import { COUNTING_BOT, countingBot } from './counting-bot.ts'
import { transcriptOf } from './crowd.ts'
import { openData } from './scratch-data.ts'
import { putToWork, scratchEngine, scratchFolder } from './scratch-engine.ts'
import { say, signedCall } from './signed-call.ts'
import { KEY_ID, SEAL_KEYS, SECRET } from './test-key.ts'

const TO = { bot: COUNTING_BOT, contact: 'anna' }

async function backupOf(url: string): Promise<Buffer> {
  const headers = { 'x-parley-key': KEY_ID, 'x-signature': signRequest(SECRET, Date.now() / 1000, '') }
  const answer = await fetch(`${url}/v1/backup`, { headers })
  expect(answer.status).toBe(200)
  return Buffer.from(await answer.arrayBuffer())
}

async function busyEngine() {
  const engine = await scratchEngine({ sealKeys: SEAL_KEYS })
  await putToWork(engine.url, countingBot())
  for (const id of ['a', 'b', 'c']) await say(engine.url, TO, { id, text: `t-${id}` })
  return engine
}

async function restoreTo(folder: string, bytes: Buffer, keys = SEAL_KEYS) {
  const { db } = await openData(folder)
  const restored = await restoreBackup(
    { db, seal: createSealer(keys), now: Date.now },
    Readable.from([bytes]),
  )
  const bots = await db.all('select id from bot')
  await db.close()
  return { restored, bots: bots.length }
}

async function historyOf(url: string): Promise<BotHistory> {
  const { json } = await signedCall(url, { path: `/v1/bots/${COUNTING_BOT}/history` })
  return json as unknown as BotHistory
}

describe('backup and restore (requirements.md NHN-147)', () => {
  test('an empty engine goes on where the other was: the same bots, versions, messages and log', async () => {
    const engine = await busyEngine()
    const bytes = await backupOf(engine.url)
    expect(bytes.toString('latin1')).not.toContain('t-a')
    const folder = scratchFolder()
    const { restored } = await restoreTo(folder, bytes)
    expect(restored).toMatchObject({ ok: true, value: { bot: 1, version: 2, conversation: 1, inbound: 3 } })
    const other = await scratchEngine({ dataFolder: folder, sealKeys: SEAL_KEYS })
    expect(await transcriptOf(other.url, 'anna')).toEqual(await transcriptOf(engine.url, 'anna'))
    expect(await historyOf(other.url)).toEqual(await historyOf(engine.url))
    // The conversation knows where it was, and what came once is not taken again.
    const goesOn = async ({ url }: typeof engine) => (await say(url, TO, { id: 'd', text: 't-d' })).messages
    expect(await goesOn(other)).toEqual(await goesOn(engine))
    expect(await say(other.url, TO, { id: 'a', text: 't-a' })).toMatchObject({ outcome: 'duplicate' })
  })

  test('what is not whole is refused, and nothing is restored', async () => {
    const bytes = await backupOf((await busyEngine()).url)
    const flipped = Buffer.from(bytes)
    flipped.writeUInt8(flipped.readUInt8(bytes.length - 40) ^ 1, bytes.length - 40)
    const end = lastFrameOf(bytes)
    const cases: readonly (readonly [Buffer, string, SealKeys?])[] = [
      [flipped, 'engine-data/bad-backup'],
      [bytes.subarray(0, bytes.length - 7), 'engine-data/bad-backup'],
      [bytes.subarray(0, end), 'engine-data/bad-backup'],
      [
        Buffer.concat([bytes.subarray(0, bytes.indexOf(10) + 1), bytes.subarray(end)]),
        'engine-data/bad-backup',
      ],
      [Buffer.from('a letter\n'), 'engine-data/bad-backup'],
      [Buffer.alloc(0), 'engine-data/bad-backup'],
      [bytes, 'engine-data/sealed', [{ id: 'tests', bytes: Buffer.alloc(32, 8) }]],
    ]
    const folder = scratchFolder()
    for (const [damaged, code, keys] of cases)
      expect(await restoreTo(folder, damaged, keys)).toMatchObject({ restored: { ok: false, code }, bots: 0 })
    expect(await restoreTo(folder, bytes)).toMatchObject({ restored: { ok: true } })
    expect(await restoreTo(folder, bytes)).toMatchObject({
      restored: { code: 'engine-data/not-empty' },
      bots: 1,
    })
  })
})

/** Where the last frame begins, which says how many rows there are. */
function lastFrameOf(bytes: Buffer): number {
  let at = bytes.indexOf(10) + 1
  for (;;) {
    const next = at + 4 + bytes.readUInt32BE(at)
    if (next >= bytes.length) return at
    at = next
  }
}
