import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { SentMessage, Transcript } from '../../../src-shared/publish/conversation-protocol.ts'
import { SeededWorld } from '../../../src-shared/runtime/seeded-world.ts'
import { COUNTING_BOT, countingBot } from './counting-bot.ts'
import { type EngineProcess, spawnEngine } from './engine-process.ts'
import { countOf } from './scratch-data.ts'
import { putToWork, scratchFolder } from './scratch-engine.ts'
import { say, signedCall } from './signed-call.ts'

const SEEDS = [11, 29, 83]
const KILLS_PER_SEED = 6
const CONTACTS = ['anna', 'bert', 'carla', 'dora', 'emil', 'fritz']
/** Sends several at once, so that many of its messages are stored and unanswered at a kill. */
const HASTY = 'hasty'
/** A life ends after so many answers, at most, and then at any moment of what the engine does next. */
const LONGEST_LIFE = 80
const SPREAD_MS = 10

type Told = Map<string, readonly SentMessage[]>

/** People who write without a pause and send again whatever was not answered. */
class Crowd {
  readonly told = new Map<string, Told>()
  private engine: Promise<EngineProcess>
  private isOver = false
  private answers = 0
  private readonly awaited: { count: number; tell: () => void }[] = []

  constructor(engine: Promise<EngineProcess>) {
    this.engine = engine
  }

  moveTo(engine: Promise<EngineProcess>): void {
    this.engine = engine
  }

  end(): void {
    this.isOver = true
  }

  /** Resolves when so many more answers came. */
  heard(more: number): Promise<void> {
    if (more === 0) return Promise.resolve()
    return new Promise(tell => this.awaited.push({ count: this.answers + more, tell }))
  }

  async write(contact: string, atOnce: number): Promise<void> {
    const told: Told = new Map()
    this.told.set(contact, told)
    for (let next = 1; !this.isOver; next += atOnce)
      await Promise.all(
        Array.from({ length: atOnce }, async (_, index) => {
          const id = `${contact}-${next + index}`
          told.set(id, await this.insist(contact, id))
          this.answers += 1
          for (const { count, tell } of this.awaited) if (count === this.answers) tell()
        }),
      )
  }

  /** Sends a message to whichever engine is there until one answers. */
  private async insist(contact: string, id: string): Promise<readonly SentMessage[]> {
    for (;;) {
      const engine = await this.engine
      try {
        return (await say(engine.url, { bot: COUNTING_BOT, contact }, { id, text: `t-${id}` })).messages
      } catch (error) {
        if (!isHangUp(error)) throw error
        await engine.ended
      }
    }
  }
}

function isHangUp(error: unknown): boolean {
  return (
    (error instanceof TypeError && error.message.includes('fetch failed')) ||
    (error as Error).message.includes('terminated')
  )
}

async function transcriptOf(url: string, contact: string): Promise<Transcript['messages']> {
  const all: Transcript['messages'] = []
  for (let more = true; more; ) {
    const after = all.at(-1)?.number ?? 0
    const path = `/v1/bots/${COUNTING_BOT}/conversations/${contact}/messages?after=${after}`
    const page = (await signedCall(url, { path })).json as unknown as Transcript
    all.push(...page.messages)
    more = page.more
  }
  return all
}

/** Nothing lost, nothing twice, one reply per message in the order of the messages, and what was told stays true. */
function checkConversation(messages: Transcript['messages'], told: Told, isOrdered: boolean): void {
  expect(messages.map(({ number }) => number)).toEqual(messages.map((_, index) => index + 1))
  const asked = messages.filter(({ from }) => from === 'contact')
  const ids = asked.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.toSorted()).toEqual([...told.keys()].toSorted())
  if (isOrdered) expect(ids).toEqual([...told.keys()])
  const expected = asked.flatMap(({ id, text }, index) => [
    text,
    ...(index === 0 ? [] : [`${index}: t-${id}`]),
    'Say something',
  ])
  expect(messages.map(({ text }) => text)).toEqual(expected)
  for (const [id, replies] of told) {
    const stored = messages.filter(message => message.from === 'bot' && message.id.startsWith(`${id}.`))
    expect(replies.map(({ id, number, text }) => ({ id, number, text }))).toEqual(
      stored.map(({ id, number, text }) => ({ id, number, text })),
    )
  }
}

test.each(SEEDS)(
  `kill -9, ${KILLS_PER_SEED} times: every message is answered exactly once, in order; seed %i`,
  { timeout: 120_000 },
  async seed => {
    const world = new SeededWorld(seed, 0)
    const folder = scratchFolder()
    let engine = await spawnEngine(folder)
    await putToWork(engine.url, countingBot())
    const crowd = new Crowd(Promise.resolve(engine))
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
      crowd.moveTo(next)
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
