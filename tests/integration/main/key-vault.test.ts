import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { saveBotVersion } from '../../../src-main/library/save-version.ts'
import { createKeyVault } from '../../../src-main/publishing/key-vault.ts'
import { BOT, chainBot } from '../store/chain-bot.ts'
import { addDocument, scratchFile, scratchLibrary, value } from '../store/scratch-library.ts'
import { publishingBench } from './publishing-bench.ts'
import { KEY, scriptedEngine } from './scripted-engine.ts'

const PASSPHRASE = 'correct horse battery staple'

/** Every byte SQLite has written, the log beside the file included. */
function bytesOf(file: string): Buffer {
  const folder = dirname(file)
  return Buffer.concat(readdirSync(folder).map(name => readFileSync(join(folder, name))))
}

describe('without safe storage of the system', () => {
  test('a key is refused until a passphrase is given; then it is used, and lies nowhere as text', async () => {
    const file = scratchFile()
    const db = scratchLibrary(file)
    addDocument(db, chainBot(3))
    value(saveBotVersion(db, { bot: BOT, seq: 0, note: '', actor: 'Tester', at: 1 }))
    const engine = await scriptedEngine()
    const bench = publishingBench({ db, system: null })
    const account = { id: null, name: 'Engine', url: engine.url, keyId: 'k1', key: KEY }
    expect(await bench.handlers['vault.status'](undefined)).toEqual({ ok: true, value: { state: 'new' } })
    expect(await bench.handlers['engines.put'](account)).toMatchObject({
      ok: false,
      code: 'secret/unavailable',
    })
    expect(value(await bench.handlers['engines.list'](undefined))).toEqual([])

    value(await bench.handlers['vault.unlock']({ passphrase: PASSPHRASE }))
    const stored = value(await bench.handlers['engines.put'](account))
    expect(stored).toMatchObject({ hasKey: true })
    expect(JSON.stringify(stored)).not.toContain(KEY)
    const job = value(await bench.start(stored.id, 'publish'))
    await bench.reached(job.id, 'done')
    expect(engine.requests[0]?.signed).toBe(true)
    for (const secret of [KEY, PASSPHRASE]) {
      expect(bytesOf(file).includes(secret)).toBe(false)
      expect(bytesOf(file).includes(Buffer.from(secret).toString('base64').slice(0, 20))).toBe(false)
    }
  })

  test('after a restart a job waits for the passphrase; a wrong one is told from the right one', async () => {
    const first = publishingBench({ system: null, passphrase: PASSPHRASE })
    const engine = await scriptedEngine()
    const id = await first.addEngine(engine.url)
    const bench = publishingBench({ db: first.db, system: null })
    expect(value(await bench.handlers['vault.status'](undefined))).toEqual({ state: 'locked' })
    const job = value(await bench.start(id, 'publish'))
    await bench.reached(job.id, 'waiting')
    expect(bench.job(job.id).fault).toMatchObject({ code: 'secret/unavailable' })
    expect(await bench.handlers['vault.unlock']({ passphrase: 'incorrect horse' })).toMatchObject({
      ok: false,
      code: 'secret/wrong-passphrase',
    })
    expect(value(await bench.handlers['vault.unlock']({ passphrase: PASSPHRASE }))).toEqual({ state: 'open' })
    await bench.reached(job.id, 'done')
  })

  test('a sealed key that was changed on the disk does not open', async () => {
    const vault = createKeyVault({ db: scratchLibrary(), system: null, passphrase: PASSPHRASE })
    const sealed = value(await vault.seal(KEY))
    expect(value(await vault.open(sealed))).toBe(KEY)
    const bytes = Uint8Array.from(sealed.bytes)
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1
    expect(await vault.open({ ...sealed, bytes })).toMatchObject({ ok: false, code: 'secret/missing' })
  })
})

test('with safe storage of the system no passphrase is asked for', async () => {
  const bench = publishingBench()
  expect(value(await bench.handlers['vault.status'](undefined))).toEqual({ state: 'system' })
})

test('a key stays when an account is changed without one; an account without a key is told so', async () => {
  const engine = await scriptedEngine()
  const bench = publishingBench()
  const id = await bench.addEngine(engine.url)
  const changed = { id, name: 'Renamed', url: engine.url, keyId: 'k1', key: null }
  expect(value(await bench.handlers['engines.put'](changed))).toMatchObject({ name: 'Renamed', hasKey: true })
  const keyless = value(await bench.handlers['engines.put']({ ...changed, id: null }))
  expect(keyless.hasKey).toBe(false)
  expect(await bench.handlers['engines.test']({ id: keyless.id })).toMatchObject({
    ok: false,
    code: 'secret/missing',
  })
})
