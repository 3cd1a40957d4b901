import { mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { startEngine } from '../../../src-engine/start-engine.ts'
import { ENGINE_MIGRATIONS } from '../../../src-engine/store/migrations.ts'
import { DATA_FILE, openSqliteStore } from '../../../src-engine/store/open-sqlite-store.ts'
import { COUNTING_BOT, countingBot } from './counting-bot.ts'
import { putToWork, scratchEngine, scratchFolder } from './scratch-engine.ts'
import { say } from './signed-call.ts'
import { KEYS, SEAL_KEYS, SEALER } from './test-key.ts'

async function usedFolder(): Promise<string> {
  const dataFolder = scratchFolder()
  const engine = await scratchEngine({ dataFolder })
  await putToWork(engine.url, countingBot())
  await say(engine.url, { bot: COUNTING_BOT, contact: 'anna' }, { id: 'a', text: 'hello' })
  await engine.close()
  return dataFolder
}

async function refusal(dataFolder: string): Promise<unknown> {
  return startEngine({ dataFolder, keys: KEYS, sealKeys: SEAL_KEYS, logLevel: 'silent' }).then(
    async engine => engine.close(),
    error => error.fault,
  )
}

describe('the data of an engine', () => {
  test('only the owner can read it, and it is written through', async () => {
    const folder = await usedFolder()
    expect(statSync(join(folder, DATA_FILE)).mode & 0o777).toBe(0o600)
    const db = new Database(join(folder, DATA_FILE))
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    db.close()
    const store = await openSqliteStore(folder, SEALER)
    expect(store.ok && [store.value.pragma('synchronous'), store.value.pragma('recursive_triggers')]).toEqual(
      [2, 1],
    )
    if (store.ok) await store.value.close()
  })

  test('what is asked for at once shares a commit, and what fails takes back itself only', async () => {
    const store = await openSqliteStore(await usedFolder(), SEALER)
    if (!store.ok) throw new Error(store.message)
    const db = store.value
    db.exec('create table thing (id text primary key, seq integer)')
    const seen: string[] = []
    const put = (id: string, fails = false) =>
      db.atomically(async tx => {
        const before = await tx.all<{ id: string }>('select id from thing')
        await tx.run('insert into thing (id) values (?)', id)
        tx.onCommit(() => seen.push(`${id} after ${before.length}`))
        if (fails) throw new Error(id)
        return id
      })
    const outcomes = await Promise.allSettled([put('a'), put('b', true), put('a'), put('c')])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
    expect(await db.all('select id from thing order by id')).toEqual([{ id: 'a' }, { id: 'c' }])
    expect(seen).toEqual(['a after 0', 'c after 1'])
    await db.close()
    await expect(put('d')).rejects.toThrow('not open')
  })

  test('a newer one is refused with both versions', async () => {
    const folder = await usedFolder()
    const db = new Database(join(folder, DATA_FILE))
    db.pragma('user_version = 99')
    db.close()
    expect(await refusal(folder)).toMatchObject({
      code: 'engine-data/too-new',
      message: expect.stringMatching(new RegExp(`version 99; .* up to ${ENGINE_MIGRATIONS.length}`)),
    })
  })

  test.each([
    [
      'a file of something else',
      (file: string) => writeFileSync(file, 'these are not the data you look for, sorry'.repeat(100)),
    ],
    [
      'a file cut in half',
      (file: string) => truncateSync(file, Math.floor(statSync(file).size / 8192) * 4096 + 100),
    ],
    [
      'pages full of noise',
      (file: string) => writeFileSync(file, readFileSync(file).fill(0x5a, 4096, 20_000)),
    ],
    [
      'the file of another program',
      (file: string) => {
        const db = new Database(file)
        db.pragma('application_id = 1')
        db.close()
      },
    ],
  ])('%s is refused and left as it is', async (_, damage) => {
    const folder = await usedFolder()
    const file = join(folder, DATA_FILE)
    damage(file)
    const before = readFileSync(file)
    expect(await refusal(folder)).toMatchObject({
      code: 'engine-data/damaged',
      message: expect.stringContaining(DATA_FILE),
    })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('a second engine on the same data is refused', async () => {
    const dataFolder = scratchFolder()
    await scratchEngine({ dataFolder })
    expect(await refusal(dataFolder)).toMatchObject({ code: 'engine-data/in-use' })
  })

  test('a folder that cannot be one is refused', async () => {
    const folder = scratchFolder()
    writeFileSync(join(folder, 'file'), '')
    expect(await refusal(join(folder, 'file'))).toMatchObject({ code: 'engine-config/invalid' })
    mkdirSync(join(folder, 'data', DATA_FILE), { recursive: true })
    expect(await refusal(join(folder, 'data'))).toMatchObject({ ok: false })
  })

  test.each([
    ["update bundle set text = 'x'", 'bundles do not change'],
    ["insert or replace into bundle (hash, text, at) select hash, 'x', 0 from bundle", 'bundles are kept'],
    ["update version set hash = 'x'", 'a version does not change'],
    ['delete from version', 'versions are kept'],
    ["update inbound set text = 'x'", 'received messages do not change'],
    ["update inbound set id = 'x', text = '•••'", 'received messages do not change'],
    ['delete from inbound', 'received messages are kept'],
    ["update turn set outcome = 'x'", 'turns do not change'],
    ['insert or replace into turn select * from turn', 'turns are kept'],
    ["update message set text = 'x'", 'messages do not change'],
    ['insert or replace into message select * from message', 'messages are kept'],
    ['delete from audit', 'the audit log is append-only'],
    ['insert or replace into audit select * from audit', 'the audit log is append-only'],
  ])('what happened stays: %s', async (sql, reason) => {
    const store = await openSqliteStore(await usedFolder(), SEALER)
    if (!store.ok) throw new Error(store.message)
    // Foreign keys would refuse some of these for a reason of their own.
    store.value.pragma('foreign_keys = OFF')
    expect(() => store.value.exec(sql)).toThrow(reason)
    await store.value.close()
  })
})
