import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sendWithFetch } from '../../../src-cli/send-with-fetch.ts'
import { startEngine } from '../../../src-engine/start-engine.ts'
import type { EffectResult } from '../../../src-shared/blocks/effect.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { bundleOf } from '../../../src-shared/publish/bundle.ts'
import { createPublishClient } from '../../../src-shared/publish/publish-client.ts'
import type { Event } from '../../../src-shared/runtime/events.ts'
import { SeededWorld } from '../../../src-shared/runtime/seeded-world.ts'
import { SIMULATION_START_AT } from '../../../src-shared/runtime/simulation.ts'
import { inputOf, type Played, timesOf } from './conversation.ts'
import { tellOverHttp, turnsOverHttp } from './tell-over-http.ts'

const KEY = { id: 'test', secret: 'a secret only the tests know'.replaceAll(' ', '-') }

export type EnginePlayer = Readonly<{
  /** Publishes and activates the bot, and plays the conversation as a contact nobody else is. */
  play(document: BotDocument, conversation: Played): Promise<readonly (readonly Event[])[]>
  close(): Promise<void>
}>

/** A real engine on a port of its own, with the clock of the recordings. What it asks the world for is recorded too. */
export async function startEnginePlayer(): Promise<EnginePlayer> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'parley-engine-player-'))
  let world = new SeededWorld(0, SIMULATION_START_AT)
  let answers: EffectResult[] = []
  const engine = await startEngine({
    dataFolder,
    keys: new Map([[KEY.id, [KEY.secret]]]),
    now: () => world.at,
    random: () => world.random(),
    perform: async (_, { signal }) => answers.shift() ?? notRecorded(signal),
    // Recordings say themselves when a schedule's time has come.
    schedules: false,
    logLevel: 'silent',
  })
  // An effect without a recorded result stays open; what came before it is done then.
  let unanswered = signalled()
  const open = new Set<() => void>()
  const notRecorded = (signal: AbortSignal) =>
    new Promise<EffectResult>(resolve => {
      const giveUp = () => resolve({ outcome: 'timeout' })
      signal.addEventListener('abort', giveUp)
      open.add(giveUp)
      unanswered.tell()
    })
  /** The next conversation must not wait for what this one left open. */
  const giveUpAll = async () => {
    while (open.size > 0) {
      for (const giveUp of open) giveUp()
      open.clear()
      unanswered = signalled()
      await Promise.race([engine.settle(), unanswered.told])
    }
  }
  let contacts = 0
  let signed = 0
  // Signatures cover no path: a millisecond apart, the same body for two bots is not one request sent twice.
  const signingTime = () => {
    signed += 1
    return world.at + signed
  }
  return {
    async play(document, { turns, locale, channel, contact: named }) {
      world = new SeededWorld(0, SIMULATION_START_AT)
      await activate(engine.url, document, signingTime)
      contacts += 1
      const contact = { url: engine.url, keyId: KEY.id, key: KEY.secret, bot: document.bot.id }
      const to = () => ({ ...contact, contact: named ?? `contact-${contacts}`, signedAt: signingTime() })
      const times = timesOf(turns)
      const events: (readonly Event[])[] = []
      let seen = 0
      for (const [index, turn] of turns.entries()) {
        world = new SeededWorld(index + 1, times[index] ?? world.at)
        answers = [...(turn.answers ?? [])]
        unanswered = signalled()
        const input = inputOf(turn, index + 1)
        if (input.type !== 'time') await tellOverHttp(to(), { input, locale, channel })
        await Promise.race([engine.settle(), unanswered.told])
        const done = await turnsOverHttp(to(), seen)
        seen = done.at(-1)?.seq ?? seen
        events.push(done.flatMap(each => each.events as unknown as readonly Event[]))
      }
      await giveUpAll()
      return events
    },
    async close() {
      await engine.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

async function activate(url: string, document: BotDocument, now: () => number): Promise<void> {
  const client = createPublishClient({ url, keyId: KEY.id, key: KEY.secret, send: sendWithFetch, now })
  const { id, name } = document.bot
  const { hash, text } = bundleOf(document)
  const before = await client.status(id)
  if (
    before.ok &&
    before.value?.versions.some(version => version.hash === hash && version.state === 'active')
  )
    return
  const published = await client.publish(id, '0.1', { name, hash, bundle: text, note: '' })
  const active = published.ok
    ? await client.activate(id, { version: '0.1', expectedActive: null })
    : published
  if (!active.ok) throw new Error(`${id}: ${active.message}`)
}

function signalled(): { told: Promise<void>; tell: () => void } {
  let tell = () => {}
  const told = new Promise<void>(resolve => {
    tell = resolve
  })
  return { told, tell }
}
