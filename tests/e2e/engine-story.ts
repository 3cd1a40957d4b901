import { expect } from '@playwright/test'
import pg from 'pg'
import { brokenAuditAt } from '../../src-engine/store/audit.ts'
import { openPostgresStore } from '../../src-engine/store/open-postgres-store.ts'
import type { ChannelEvent, ChannelEvents } from '../../src-shared/publish/channel-protocol.ts'
import type { Transcript, Turns } from '../../src-shared/publish/conversation-protocol.ts'
import type { BotHistory } from '../../src-shared/publish/protocol.ts'
import { signedCall } from '../integration/engine/signed-call.ts'
import { SEALER } from '../integration/engine/test-key.ts'
import { APP_SECRET, PHONE, type Sent, TOKEN, VERIFY_TOKEN } from '../loopback/meta.ts'
import { STORY_BOT } from './engine-story-bot.ts'

/** What the engine tells about the story; `at` is what its clock shows. */
export type Teller = Readonly<{ url: string; at: () => number }>

async function ask({ url, at }: Teller, path: string, body?: unknown, method?: string): Promise<unknown> {
  const call = { path, at: at(), ...(body === undefined ? {} : { body }), ...(method ? { method } : {}) }
  const { status, json } = await signedCall(url, call)
  expect(status, JSON.stringify(json)).toBe(200)
  return json
}

/** Makes the WhatsApp channel of the bot, and lets the provider agree to it. */
export async function addChannel(teller: Teller): Promise<string> {
  const secrets = { appSecret: APP_SECRET, verifyToken: VERIFY_TOKEN, accessToken: TOKEN }
  const wish = { kind: 'whatsapp', name: 'Front desk', bot: STORY_BOT, account: PHONE, secrets }
  const { id } = (await ask(teller, '/v1/channels', wish)) as { id: string }
  expect(await ask(teller, `/v1/channels/${id}/verify`, undefined, 'POST')).toMatchObject({ state: 'active' })
  return id
}

export async function addAgent(teller: Teller, name: string, password: string): Promise<void> {
  await ask(teller, `/v1/desk/agents/${name}`, { password }, 'PUT')
}

const conversation = (contact: string) => `/v1/bots/${STORY_BOT}/conversations/${contact}`

/** All that both sides said, as the engine keeps it. */
export async function transcript(teller: Teller, contact: string): Promise<Transcript['messages']> {
  const { messages, more } = (await ask(teller, `${conversation(contact)}/messages`)) as Transcript
  expect(more).toBe(false)
  return messages
}

/** What happened to the conversation, without what was said. */
export async function happened(teller: Teller, contact: string): Promise<Turns['turns'][number]['events']> {
  const { turns, more } = (await ask(teller, `${conversation(contact)}/turns`)) as Turns
  expect(more).toBe(false)
  return turns.flatMap(({ events }) => events)
}

/** All that came and went over a channel, oldest first. */
export async function eventLog(teller: Teller, channel: string): Promise<readonly ChannelEvent[]> {
  const path = `/v1/channels/${channel}/events?limit=200`
  const { events, before } = (await ask(teller, path)) as ChannelEvents
  expect(before).toBeNull()
  return events.toReversed()
}

export async function actions(teller: Teller): Promise<readonly string[]> {
  const { entries } = (await ask(teller, `/v1/bots/${STORY_BOT}/history`)) as BotHistory
  return entries.map(({ action }) => action)
}

/** Whether every entry of the audit log fits the one before it. */
export async function auditIsWhole(databaseUrl: string): Promise<boolean> {
  const store = await openPostgresStore(databaseUrl, SEALER)
  if (!store.ok) throw new Error(store.message)
  const broken = await brokenAuditAt(store.value)
  await store.value.close()
  return broken === null
}

/** Time passes for the jobs that wait in the database, as it does for the engine's clock. */
export async function letPass(databaseUrl: string, ms: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(
    `update graphile_worker._private_jobs set run_at = run_at - $1 * interval '1 millisecond'`,
    [ms],
  )
  await client.end()
}

/** The words of a message as WhatsApp was asked to show it. */
export function wordsOf({ body }: Sent): string {
  const { text, interactive } = body as { text?: { body: string }; interactive?: { body: { text: string } } }
  return text?.body ?? interactive?.body.text ?? JSON.stringify(body)
}
