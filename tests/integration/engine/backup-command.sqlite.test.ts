import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { COUNTING_BOT, countingBot } from './counting-bot.ts'
import { engineCommand, spawnEngine } from './engine-process.ts'
import { putToWork, scratchFolder } from './scratch-engine.ts'
import { say } from './signed-call.ts'

const env = { PARLEY_ENGINE_SEAL_KEY: `tests:${Buffer.alloc(32, 7).toString('base64url')}` }

test('taken from a running engine, drilled, restored beside it (NHN-147)', { timeout: 60_000 }, async () => {
  const folder = scratchFolder()
  const engine = await spawnEngine(folder, env)
  await putToWork(engine.url, countingBot())
  await say(engine.url, { bot: COUNTING_BOT, contact: 'anna' }, { id: 'a', text: 'hello' })
  const file = join(folder, 'engine.backup')
  const port = { ...env, PARLEY_ENGINE_PORT: new URL(engine.url).port }
  expect(await engineCommand(folder, ['backup', file], port)).toBe(
    `The backup of the running engine is ${file}.\n`,
  )
  expect(readFileSync(file, 'utf8').split('\n')[0]).toMatch(/^{"format":/)
  expect(await engineCommand(folder, ['drill', file], env)).toMatch(/^It can be restored:[\s\S]* inbound 1\n/)
  expect(await engineCommand(scratchFolder(), ['restore', file], env)).toMatch(/^Restored:\n {2}bot 1\n/)
})
