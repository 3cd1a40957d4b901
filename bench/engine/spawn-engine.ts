import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { bundleOf } from '../../src-shared/publish/bundle.ts'
import { createPublishClient } from '../../src-shared/publish/publish-client.ts'
import { sendOverFetch } from '../../tests/integration/engine/send-over-fetch.ts'
import { KEY } from './senders.ts'
import { type Spawned, spawnServer } from './spawn-server.ts'

/** An engine as anybody starts it, except that it logs errors only. */
export function spawnEngine(
  env: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): Promise<Spawned> {
  return spawnServer([...flags, 'src-engine/main.ts'], {
    PARLEY_ENGINE_PORT: '0',
    PARLEY_ENGINE_KEY: `${KEY.id}:${KEY.secret}`,
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
