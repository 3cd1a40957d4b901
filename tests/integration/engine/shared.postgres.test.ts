import { setTimeout } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { NOTHING_CONFIGURED } from '../../../src-engine/effects/effect-config.ts'
import type { Transcript } from '../../../src-shared/publish/conversation-protocol.ts'
import { SeededWorld } from '../../../src-shared/runtime/seeded-world.ts'
import { createDatabase, startPostgres } from '../../postgres/postgres-server.ts'
import { CALLING_BOT, callingBot } from './calling-bot.ts'
import { COUNTING_BOT, countingBot } from './counting-bot.ts'
import { Crowd, checkConversation, transcriptOf } from './crowd.ts'
import { type EngineProcess, spawnEngine } from './engine-process.ts'
import { loopbackServer } from './loopback-server.ts'
import { countOf, openData } from './scratch-data.ts'
import { putToWork, scratchEngine, scratchFolder } from './scratch-engine.ts'
import { say, signedCall } from './signed-call.ts'

const SEED = 41
const KILLS = 4
const CONTACTS = ['anna', 'bert', 'carla', 'dora', 'emil', 'fritz']
const HASTY = 'hasty'
const LONGEST_LIFE = 80
const SPREAD_MS = 10
const MINUTE_MS = 60_000

async function textsOf(url: string, bot: string, contact: string, at?: number): Promise<readonly string[]> {
  const path = `/v1/bots/${bot}/conversations/${contact}/messages`
  const { json } = await signedCall(url, { path, ...(at === undefined ? {} : { at }) })
  return (json as unknown as Transcript).messages.map(({ text }) => text)
}

describe('two engines on one PostgreSQL', () => {
  test(`share the load; of two, one is killed with -9 at random moments, ${KILLS} times: nothing lost, nothing twice, in order; seed ${SEED}`, {
    timeout: 120_000,
  }, async () => {
    const world = new SeededWorld(SEED, 0)
    const folder = scratchFolder()
    const engines: EngineProcess[] = [await spawnEngine(folder), await spawnEngine(folder)]
    await putToWork(engines[0]?.url ?? '', countingBot())
    const crowd = new Crowd(engines.map(engine => Promise.resolve(engine)))
    const writing = Promise.all([...CONTACTS.map(contact => crowd.write(contact, 1)), crowd.write(HASTY, 20)])
    for (let kills = 0; kills < KILLS; kills += 1) {
      await crowd.heard(Math.floor(world.random() * LONGEST_LIFE))
      await setTimeout(world.random() * SPREAD_MS)
      const index = kills % 2
      engines[index]?.kill('SIGKILL')
      await engines[index]?.ended
      // The other one goes on meanwhile.
      const next = spawnEngine(folder)
      crowd.replace(index, next)
      engines[index] = await next
    }
    crowd.end()
    await writing
    for (const [contact, told] of crowd.told)
      checkConversation(await transcriptOf(engines[0]?.url ?? '', contact), told, contact !== HASTY)
    expect(await countOf(folder, 'pending')).toBe(0)
    expect(await countOf(folder, 'turn')).toBe(
      [...crowd.told.values()].reduce((sum, told) => sum + told.size, 0),
    )
  })

  test('what one received and did not live to answer, the other answers, without being asked', async () => {
    const folder = scratchFolder()
    const first = await spawnEngine(folder)
    await putToWork(first.url, countingBot())
    const anna = { bot: COUNTING_BOT, contact: 'anna' }
    await say(first.url, anna, { id: 'a', text: 'hello' })
    const second = await scratchEngine({ dataFolder: folder })
    const sent = Array.from({ length: 200 }, (_, index) =>
      say(first.url, { ...anna, contact: `c${index}` }, { id: 'a', text: 'hello' }).catch(() => null),
    )
    await Promise.race(sent)
    first.kill('SIGKILL')
    await Promise.all(sent)
    await expect.poll(() => countOf(folder, 'pending')).toBe(0)
    expect(await countOf(folder, 'turn')).toBe(await countOf(folder, 'inbound'))
    expect(await say(second.url, anna, { id: 'b', text: 'on' })).toMatchObject({
      messages: [{ text: '1: on' }, {}],
    })
  })

  test.each([
    ['POST', 1, 'bad '],
    ['GET', 2, 'good'],
  ] as const)(
    'a call of one that is killed is ended by the other: %s, %i requests',
    async (method, requests, said) => {
      const api = await loopbackServer((_, number) => (number === 1 ? null : { status: 200 }))
      const folder = scratchFolder()
      const first = await spawnEngine(folder, { PARLEY_ENGINE_ALLOW_PRIVATE: '1' })
      await putToWork(first.url, callingBot({ call: { url: api.url, method } }))
      await say(first.url, { bot: CALLING_BOT, contact: 'anna' }, { id: 'a', text: 'hello' })
      await expect.poll(() => api.received.length).toBe(1)
      const second = await scratchEngine({
        dataFolder: folder,
        effects: { ...NOTHING_CONFIGURED, allowPrivate: true },
      })
      first.kill('SIGKILL')
      await expect.poll(() => textsOf(second.url, CALLING_BOT, 'anna')).toEqual(['hello', said, '?'])
      expect(api.received).toHaveLength(requests)
    },
  )

  test('what is due by the clock happens in one of them, once, without anybody asking (D-04)', async () => {
    const folder = scratchFolder()
    const clock = { at: Date.now() }
    const options = { dataFolder: folder, now: () => clock.at }
    const engines = [await scratchEngine(options), await scratchEngine(options)] as const
    await putToWork(engines[0].url, countingBot(), () => clock.at)
    await say(engines[0].url, { bot: COUNTING_BOT, contact: 'anna' }, { id: 'a', text: 'hello' }, clock.at)
    clock.at += 31 * MINUTE_MS
    const { db, exec } = await openData(folder)
    // Half an hour passes for the database too.
    await exec("update graphile_worker._private_jobs set run_at = run_at - interval '31 minutes'")
    await db.close()
    const timed = () => countOf(folder, "turn where seq in (select seq from inbound where kind = 'time')")
    await expect.poll(timed).toBe(1)
    await Promise.all(engines.map(engine => engine.settle()))
    expect(await timed()).toBe(1)
  })

  test('an activation on one is seen by the other at once; of two that activate, one is refused (KAL-15)', async () => {
    const folder = scratchFolder()
    const [first, second] = [
      await scratchEngine({ dataFolder: folder }),
      await scratchEngine({ dataFolder: folder }),
    ]
    await putToWork(first.url, countingBot())
    expect(
      await say(second.url, { bot: COUNTING_BOT, contact: 'anna' }, { id: 'a', text: 'x' }),
    ).toMatchObject({
      outcome: 'answered',
    })
    const body = { reason: 'test', conversations: 'finish', message: '' }
    const path = `/v1/bots/${COUNTING_BOT}/deactivate`
    const both = await Promise.all([first, second].map(({ url }) => signedCall(url, { path, body })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

test('a database that is cut off and comes back twice does not end the process: what was asked for meanwhile is done, once', async () => {
  const server = await startPostgres()
  onTestFinished(() => server.stop())
  const engine = await spawnEngine(scratchFolder(), {
    DATABASE_URL: await createDatabase(server, 'restarted'),
  })
  await putToWork(engine.url, countingBot())
  const crowd = new Crowd([Promise.resolve(engine)])
  const writing = Promise.all([...CONTACTS.map(contact => crowd.write(contact, 1)), crowd.write(HASTY, 20)])
  for (const signal of ['SIGQUIT', 'SIGINT'] as const) {
    await crowd.heard(60)
    await server.restart(signal)
  }
  await crowd.heard(60)
  crowd.end()
  await writing
  for (const [contact, told] of crowd.told)
    checkConversation(await transcriptOf(engine.url, contact), told, contact !== HASTY)
  engine.kill('SIGTERM')
  // It lived until here: one that a lost connection ended would have another code, or would not have answered.
  expect(await engine.ended).toBe(0)
})
