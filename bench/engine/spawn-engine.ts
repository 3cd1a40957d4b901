import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { bundleOf } from '../../src-shared/publish/bundle.ts'
import { createPublishClient } from '../../src-shared/publish/publish-client.ts'
import { sendOverFetch } from '../../tests/integration/engine/send-over-fetch.ts'
import { CHANNEL_SECRET, KEY, signed } from './senders.ts'
import { type Spawned, spawnServer } from './spawn-server.ts'

/** An engine as anybody starts it, except that it logs errors only. */
export function spawnEngine(
  env: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): Promise<Spawned> {
  return spawnServer([...flags, 'src-engine/main.ts'], {
    PARLEY_ENGINE_PORT: '0',
    PARLEY_ENGINE_KEY: `${KEY.id}:${KEY.secret}`,
    PARLEY_ENGINE_SEAL_KEY: `bench:${Buffer.alloc(32, 1).toString('base64url')}`,
    PARLEY_ENGINE_ALLOW_PRIVATE: '1',
    PARLEY_ENGINE_LOG: 'error',
    ...env,
  })
}

/** Publishes a bot as 0.1 and activates it. */
export async function publish(url: string, document: BotDocument): Promise<void> {
  const client = createPublishClient({
    url,
    keyId: KEY.id,
    key: KEY.secret,
    send: sendOverFetch,
    now: Date.now,
  })
  const { id, name } = document.bot
  const { hash, text } = bundleOf(document)
  const published = await client.publish(id, '0.1', { name, hash, bundle: text, note: '' })
  const active = published.ok
    ? await client.activate(id, { version: '0.1', expectedActive: null })
    : published
  if (!active.ok) throw new Error(JSON.stringify(active))
}

/** Adds and verifies a generic channel of a bot that sends to `system`, many messages in a request; answers its id. */
export async function addChannel(url: string, bot: string, system: string): Promise<string> {
  const options = { url: system, batches: true }
  const secrets = { signingSecret: CHANNEL_SECRET }
  const { id } = await call(`${url}/v1/channels`, { name: 'Bench', kind: 'webhook', bot, options, secrets })
  await call(`${url}/v1/channels/${id}/verify`)
  return id
}

async function call(url: string, value?: unknown): Promise<{ id: string }> {
  const body = value === undefined ? '' : JSON.stringify(value)
  const headers = { ...(value === undefined ? {} : { 'content-type': 'application/json' }), ...signed(body) }
  const answer = await fetch(url, { method: 'POST', headers, body: value === undefined ? null : body })
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as { id: string }
}
