import { expect, onTestFinished, test } from 'vitest'
import { startEngine } from '../../../src-engine/start-engine.ts'
import { readVersions } from '../../../src-main/store/versions.ts'
import { BOT } from '../store/chain-bot.ts'
import { NOW, value } from '../store/scratch-library.ts'
import { scratchFolder } from './handler-host.ts'
import { publishingBench } from './publishing-bench.ts'
import { KEY } from './scripted-engine.ts'

test('the same life of a version on the real engine: published, active as 1, deactivated, active again (KAL-12 to KAL-16)', async () => {
  const keys = new Map([['k1', [KEY]]])
  const engine = await startEngine({ dataFolder: scratchFolder(), keys, logLevel: 'silent', now: () => NOW })
  onTestFinished(() => engine.close())
  const bench = publishingBench()
  const id = await bench.addEngine(engine.url)
  const step = async (...wish: [Parameters<typeof bench.start>[1], Parameters<typeof bench.start>[2]?]) => {
    const job = value(await bench.start(id, ...wish))
    await bench.reached(job.id, 'done', 'failed')
    expect(bench.job(job.id).fault).toBeNull()
    return Object.fromEntries(readVersions(bench.db, BOT).map(({ version, state }) => [version, state]))
  }
  expect(await step('publish')).toEqual({ '0.1': 'published' })
  expect(await step('publish')).toEqual({ '0.1': 'published' })
  expect(await step('activate')).toEqual({ '0.1': 'published', 1: 'active' })
  expect(await step('deactivate', { version: '1', reason: 'over' })).toEqual({
    '0.1': 'published',
    1: 'deactivated',
  })
  expect(await step('activate', { version: '1' })).toEqual({ '0.1': 'published', 1: 'active' })
  expect(value(await bench.handlers['publish.status']({ bot: BOT, engine: id }))).toMatchObject({
    active: '1',
  })
})
