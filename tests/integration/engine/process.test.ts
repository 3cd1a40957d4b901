import { describe, expect, test } from 'vitest'
import { COUNTING_BOT, countingBot } from './counting-bot.ts'
import { spawnEngine } from './engine-process.ts'
import { countOf } from './scratch-data.ts'
import { putToWork, scratchFolder } from './scratch-engine.ts'
import { say } from './signed-call.ts'

describe('npm run engine', () => {
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
    expect(await countOf(folder, 'turn')).toBe(answered.length)
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
})
