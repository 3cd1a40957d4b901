import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { DATA_FILE } from '../../../src-engine/store/open-sqlite-store.ts'
import { createPublishClient } from '../../../src-shared/publish/publish-client.ts'
import { COUNTING_BOT, countingBot } from './counting-bot.ts'
import { spawnEngine } from './engine-process.ts'
import { putToWork, scratchFolder } from './scratch-engine.ts'
import { sendOverFetch } from './send-over-fetch.ts'
import { say } from './signed-call.ts'

describe('npm run engine', () => {
  test('shows a key it made once, keeps it readable by the owner only, and takes it', async () => {
    const folder = scratchFolder()
    const first = await spawnEngine(folder, { PARLEY_ENGINE_KEY: undefined })
    await expect.poll(() => first.said().out).toMatch(/Key name +(\S+)\n +Key +(\S+)\n$/)
    const [, keyId = '', key = ''] = /Key name +(\S+)\n +Key +(\S+)\n$/.exec(first.said().out) ?? []
    expect(statSync(join(folder, 'engine-key')).mode & 0o777).toBe(0o600)
    const client = createPublishClient({ url: first.url, keyId, key, send: sendOverFetch, now: Date.now })
    expect(await client.info()).toMatchObject({ ok: true })
    expect(first.said().log).not.toContain(key)
    first.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    const second = await spawnEngine(folder, { PARLEY_ENGINE_KEY: undefined })
    expect(second.said().out).not.toContain(key)
    second.kill('SIGINT')
    expect(await second.ended).toBe(0)
  })

  test('a request under way is answered before it ends', async () => {
    const folder = scratchFolder()
    const engine = await spawnEngine(folder)
    await putToWork(engine.url, countingBot())
    const sent = Array.from({ length: 20 }, (_, index) =>
      say(engine.url, { bot: COUNTING_BOT, contact: `c${index}` }, { id: 'a', text: 'hello' }),
    )
    await Promise.race(sent)
    engine.kill('SIGTERM')
    const answered = (await Promise.allSettled(sent)).filter(({ status }) => status === 'fulfilled')
    expect(await engine.ended).toBe(0)
    const db = new Database(join(folder, DATA_FILE))
    expect(db.prepare('select count(*) from turn').pluck().get()).toBe(answered.length)
    db.close()
  })

  test('the log is JSON without addresses, texts, contacts, keys or signatures', async () => {
    const engine = await spawnEngine(scratchFolder())
    await putToWork(engine.url, countingBot())
    await say(
      engine.url,
      { bot: COUNTING_BOT, contact: '+5511912345678' },
      { id: 'a', text: 'my secret life' },
    )
    await fetch(`${engine.url}/chat/${COUNTING_BOT}/${'v'.repeat(30)}/messages`)
    engine.kill('SIGTERM')
    await engine.ended
    const lines = engine.said().log.trim().split('\n')
    expect(lines.map(line => JSON.parse(line)).filter(({ msg }) => msg === 'request').length).toBe(4)
    for (const told of ['5511912345678', 'secret life', 'vvvvv', 'v1=', '127.0.0.1:', 'a-secret'])
      expect(engine.said().log.replace(/"msg":"Server listening[^"]*"/, '')).not.toContain(told)
  })

  test.each([
    ['a port that is none', { PARLEY_ENGINE_PORT: 'http' }, 'PARLEY_ENGINE_PORT'],
    ['a key without a secret', { PARLEY_ENGINE_KEY: 'parley' }, 'keyId:secret'],
    ['an address of another machine', { PARLEY_ENGINE_HOST: '192.0.2.1' }, '192.0.2.1'],
  ])('%s is said in one line, and it ends with 1', async (_, env, told) => {
    const error = await spawnEngine(scratchFolder(), env).catch((reason: Error) => reason)
    expect(error).toBeInstanceOf(Error)
    expect((error as Error).message).toMatch(/^ended with 1: The engine cannot start with these settings\./)
    expect((error as Error).message).toContain(told)
    expect((error as Error).message).not.toContain('    at ')
  })

  test('damaged data are named, and not touched', async () => {
    const folder = scratchFolder()
    writeFileSync(join(folder, DATA_FILE), 'x'.repeat(9000))
    const error = (await spawnEngine(folder).catch((reason: Error) => reason)) as Error
    expect(error.message).toMatch(/^ended with 1: The data file of this engine is damaged\..*backup/)
    expect(readFileSync(join(folder, DATA_FILE), 'utf8')).toBe('x'.repeat(9000))
  })
})
