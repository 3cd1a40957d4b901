import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DATA_FILE } from '../../../src-engine/store/open-sqlite-store.ts'
import { createPublishClient } from '../../../src-shared/publish/publish-client.ts'
import { spawnEngine } from './engine-process.ts'
import { scratchFolder } from './scratch-engine.ts'
import { sendOverFetch } from './send-over-fetch.ts'

describe('npm run engine with its data folder', () => {
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

  test('damaged data are named, and not touched', async () => {
    const folder = scratchFolder()
    writeFileSync(join(folder, DATA_FILE), 'x'.repeat(9000))
    const error = (await spawnEngine(folder).catch((reason: Error) => reason)) as Error
    expect(error.message).toMatch(/^ended with 1: The data file of this engine is damaged\..*backup/)
    expect(readFileSync(join(folder, DATA_FILE), 'utf8')).toBe('x'.repeat(9000))
  })
})
