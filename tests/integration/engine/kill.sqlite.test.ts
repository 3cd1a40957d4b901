import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { SeededWorld } from '../../../src-shared/runtime/seeded-world.ts'
import { countingBot } from './counting-bot.ts'
import { Crowd, checkConversation, transcriptOf } from './crowd.ts'
import { spawnEngine } from './engine-process.ts'
import { countOf } from './scratch-data.ts'
import { putToWork, scratchFolder } from './scratch-engine.ts'

const SEEDS = [11, 29, 83]
const KILLS_PER_SEED = 6
const CONTACTS = ['anna', 'bert', 'carla', 'dora', 'emil', 'fritz']
/** Sends several at once, so that many of its messages are stored and unanswered at a kill. */
const HASTY = 'hasty'
/** A life ends after so many answers, at most, and then at any moment of what the engine does next. */
const LONGEST_LIFE = 80
const SPREAD_MS = 10

test.each(SEEDS)(
  `kill -9, ${KILLS_PER_SEED} times: every message is answered exactly once, in order; seed %i`,
  { timeout: 120_000 },
  async seed => {
    const world = new SeededWorld(seed, 0)
    const folder = scratchFolder()
    let engine = await spawnEngine(folder)
    await putToWork(engine.url, countingBot())
    const crowd = new Crowd([Promise.resolve(engine)])
    const writing = Promise.all([...CONTACTS.map(contact => crowd.write(contact, 1)), crowd.write(HASTY, 20)])
    let heard = 0
    for (let kills = 0; kills < KILLS_PER_SEED; kills += 1) {
      const more = Math.floor(world.random() * LONGEST_LIFE)
      heard += more
      await crowd.heard(more)
      await setTimeout(world.random() * SPREAD_MS)
      engine.kill('SIGKILL')
      await engine.ended
      const next = spawnEngine(folder)
      crowd.replace(0, next)
      engine = await next
    }
    crowd.end()
    await writing
    for (const [contact, told] of crowd.told)
      checkConversation(await transcriptOf(engine.url, contact), told, contact !== HASTY)
    engine.kill('SIGKILL')
    await engine.ended
    expect(await countOf(folder, 'pending')).toBe(0)
    const answered = await countOf(folder, 'turn')
    expect(answered).toBe([...crowd.told.values()].reduce((sum, told) => sum + told.size, 0))
    expect(answered).toBeGreaterThanOrEqual(heard)
  },
)
