import { createHash, randomUUID } from 'node:crypto'
import { botIdSchema } from '../../src-shared/document/ids.ts'
import { writeTimestamp } from '../../src-shared/integrations/timestamp.ts'
import { canonicalJson } from '../../src-shared/kit/canonical-json.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type { Platform } from '../../src-shared/publish/integration-protocol.ts'
import { guardedUrl } from '../effects/guarded-url.ts'
import type { Engine } from '../engine.ts'
import { findBot } from '../store/bots.ts'
import { keepProof } from '../store/integrations.ts'
import { callWebhook } from './call-webhook.ts'

/** What connects an integration, with its secrets in the clear; nothing of it is kept like this. */
export type Connection = Readonly<{
  platform: Platform
  bot: string
  url: string
  access: string | null
  verification: string | null
}>

export type Proof = Readonly<{ proof: string; goodUntil: number; durationMs: number }>

/** Verified values can be saved for so long. */
export const PROOF_MS = 15 * 60_000

type Host = Engine & Readonly<{ timeoutMs: number }>

/** Tries a connection, and answers with a proof that is good for exactly these values (requirements.md IMI-06). */
export async function verifyConnection(host: Host, connection: Connection): Promise<Result<Proof>> {
  const lacking = lackOf(connection)
  if (lacking) return fault('request/invalid', lacking)
  const tried =
    connection.platform === 'engine' ? await tryBot(host, connection) : await tryWebhook(host, connection)
  if (!tried.ok) return tried
  const id = randomUUID()
  const at = host.now()
  await host.db.atomically(tx => keepProof(tx, { id, digest: digestOf(connection), at }))
  return ok({ proof: id, goodUntil: at + PROOF_MS, durationMs: tried.value })
}

function lackOf({ platform, bot, url, access, verification }: Connection): string | null {
  if (platform === 'engine') return bot === '' ? 'bot: choose the bot of this engine.' : null
  if (url === '') return 'url: give the address of the webhook.'
  if (platform === 'own' && access === null) return 'accessToken: give the access token of the bot.'
  if (platform === 'other' && verification === null) return 'verificationToken: give the verification token.'
  return null
}

async function tryBot({ db }: Host, { bot }: Connection): Promise<Result<number>> {
  const id = botIdSchema.safeParse(bot)
  return id.success && (await findBot(db, id.data)) ? ok(0) : fault('bot/not-found', 'Publish it first.')
}

async function tryWebhook(host: Host, connection: Connection): Promise<Result<number>> {
  const { effects, now, timeoutMs } = host
  const { platform, url, access, verification } = connection
  const guarded = guardedUrl(url, effects.allowPrivate)
  if (!guarded.ok) return fault('integration/refused', guarded.message)
  const { attempted, durationMs } = await callWebhook(
    { allowPrivate: effects.allowPrivate, timeoutMs, now },
    {
      platform,
      url: platform === 'ccsp' ? `${url.replace(/\/+$/, '')}/presence` : url,
      secrets: { access, verification, previous: null },
      id: randomUUID(),
      body:
        platform === 'ccsp'
          ? { skill: null, bot: '', contact: '' }
          : { Event: 'Verification', Timestamp: writeTimestamp(now()), Version: '1' },
    },
  )
  return attempted.ok
    ? ok(durationMs)
    : fault('integration/refused', `${attempted.code}: ${attempted.message}`)
}

export function digestOf(connection: Connection): string {
  return createHash('sha256').update(canonicalJson(connection)).digest('hex')
}
