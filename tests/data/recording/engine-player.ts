import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEngine } from '../../../src-engine/start-engine.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { bundleOf } from '../../../src-shared/publish/bundle.ts'
import type { MessageAnswer } from '../../../src-shared/publish/conversation-protocol.ts'
import { createPublishClient } from '../../../src-shared/publish/publish-client.ts'
import { signRequest } from '../../../src-shared/publish/sign-request.ts'
import type { Event } from '../../../src-shared/runtime/events.ts'
import { sendWithFetch } from '../../../src-cli/send-with-fetch.ts'
import { inputOf, type Recorded } from './conversation.ts'
import { timeOfTurn } from './play-in-process.ts'

const KEY = { id: 'test', secret: 'a secret only the tests know'.replaceAll(' ', '-') }

export type EnginePlayer = Readonly<{
  /** Publishes and activates the bot, and plays the conversation as a contact nobody else is. */
  play(document: BotDocument, conversation: Readonly<{ turns: readonly Recorded[]; locale?: string }>): Promise<readonly (readonly Event[])[]>
  close(): Promise<void>
}>

/** A real engine on a port of its own, with the clock of the recordings. */
export async function startEnginePlayer(): Promise<EnginePlayer> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'parley-engine-player-'))
  let at = timeOfTurn(0)
  const now = () => at
  const engine = await startEngine({ dataFolder, keys: new Map([[KEY.id, [KEY.secret]]]), now, random: () => 0.5, logLevel: 'silent' })
  let contacts = 0
  return {
    async play(document, { turns, locale }) {
      at = timeOfTurn(0)
      await activate(engine.url, document, now)
      contacts += 1
      const address = `${engine.url}/v1/bots/${document.bot.id}/conversations/contact-${contacts}/messages`
      const events: (readonly Event[])[] = []
      for (const [index, turn] of turns.entries()) {
        at = timeOfTurn(index + 1)
        const { id, text, option } = inputOf(turn, index + 1)
        const message = { id, text, ...(option === undefined ? {} : { option }), ...(locale && index === 0 ? { locale } : {}) }
        // The contact is signed along, because the same message of two contacts is not one sent twice.
        const answer = await post(address, message, at / 1000 + contacts / 100_000)
        events.push(answer.outcome === 'duplicate' ? [] : (answer.events as readonly Event[]))
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
  if (before.ok && before.value?.versions.some((version) => version.hash === hash && version.state === 'active')) return
  const published = await client.publish(id, '0.1', { name, hash, bundle: text, note: '' })
  const active = published.ok ? await client.activate(id, { version: '0.1', expectedActive: null }) : published
  if (!active.ok) throw new Error(`${id}: ${active.message}`)
}

async function post(address: string, message: object, tSeconds: number): Promise<MessageAnswer> {
  const body = JSON.stringify(message)
  const headers = { 'content-type': 'application/json', 'x-parley-key': KEY.id, 'x-signature': signRequest(KEY.secret, tSeconds, body) }
  const answer = await fetch(address, { method: 'POST', headers, body })
  if (answer.status !== 200) throw new Error(`${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as MessageAnswer
}
