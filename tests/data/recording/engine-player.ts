import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sayOverHttp } from '../../../scripts/demo/say-over-http.ts'
import { sendWithFetch } from '../../../src-cli/send-with-fetch.ts'
import { startEngine } from '../../../src-engine/start-engine.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { bundleOf } from '../../../src-shared/publish/bundle.ts'
import { createPublishClient } from '../../../src-shared/publish/publish-client.ts'
import type { Event } from '../../../src-shared/runtime/events.ts'
import { inputOf, type Recorded } from './conversation.ts'
import { timeOfTurn } from './play-in-process.ts'

const KEY = { id: 'test', secret: 'a secret only the tests know'.replaceAll(' ', '-') }

export type EnginePlayer = Readonly<{
  /** Publishes and activates the bot, and plays the conversation as a contact nobody else is. */
  play(
    document: BotDocument,
    conversation: Readonly<{ turns: readonly Recorded[]; locale?: string }>,
  ): Promise<readonly (readonly Event[])[]>
  close(): Promise<void>
}>

/** A real engine on a port of its own, with the clock of the recordings. */
export async function startEnginePlayer(): Promise<EnginePlayer> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'parley-engine-player-'))
  let at = timeOfTurn(0)
  const now = () => at
  const engine = await startEngine({
    dataFolder,
    keys: new Map([[KEY.id, [KEY.secret]]]),
    now,
    random: () => 0.5,
    logLevel: 'silent',
  })
  let contacts = 0
  let signed = 0
  // Signatures cover no path: a millisecond apart, the same body for two bots is not one request sent twice.
  const signingTime = () => {
    signed += 1
    return at + signed
  }
  return {
    async play(document, { turns, locale }) {
      at = timeOfTurn(0)
      await activate(engine.url, document, signingTime)
      contacts += 1
      const contact = {
        url: engine.url,
        keyId: KEY.id,
        key: KEY.secret,
        bot: document.bot.id,
        contact: `contact-${contacts}`,
      }
      const events: (readonly Event[])[] = []
      for (const [index, turn] of turns.entries()) {
        at = timeOfTurn(index + 1)
        const { id, text, option } = inputOf(turn, index + 1)
        const message = {
          id,
          text,
          ...(option === undefined ? {} : { option }),
          ...(locale && index === 0 ? { locale } : {}),
        }
        const answer = await sayOverHttp({ ...contact, signedAt: signingTime() }, message)
        events.push(answer.outcome === 'duplicate' ? [] : (answer.events as unknown as readonly Event[]))
      }
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
