import { z } from 'zod'
import { MAX_FILE_BYTES } from '../../src-shared/message/file-type.ts'
import type { InputOf } from '../../src-shared/runtime/input.ts'
import type { DeliveryKind, DeliveryResult } from '../deliveries/delivery-kind.ts'
import { UnreadableAnswer, wordsForFailure } from '../effects/call-http.ts'
import type { Engine } from '../engine.ts'
import { keepBytes } from '../media/keep-bytes.ts'
import { noteOnEvent } from '../store/channel-events.ts'
import { findWaiting, makeReady, takeReady, type Waiting } from '../store/channel-waiting.ts'
import { type Channel, findChannel } from '../store/channels.ts'
import { type Received, receive } from '../store/inbound.ts'
import type { GraphClient } from './graph-client.ts'
import { resultOfRefusal } from './graph-errors.ts'
import type { FarFile } from './heard.ts'
import { openSecrets } from './open-secrets.ts'
import { Turnstile } from './turnstile.ts'

type Host = Pick<Engine, 'db' | 'now' | 'seal' | 'turns' | 'publicUrl'> &
  Readonly<{ graph: GraphClient; onReceived: (received: readonly Received[]) => void }>
type SentFile = NonNullable<InputOf<'message'>['files']>[number]
type Fetched = Readonly<{ file: SentFile }> | Exclude<DeliveryResult, { outcome: 'done' }>

/** Each is in memory as a whole while it is fetched. */
const FILES_AT_ONCE = 4
const WAITS = [1000, 4000, 15_000, 60_000]

/**
 * Fetches the files of a message into the engine's own store, and lets the message go on with them. What cannot be
 * fetched is said in the event log, and the message goes on as one whose file nobody can read.
 */
export function fileDelivery(host: Host): DeliveryKind {
  const turnstile = new Turnstile(FILES_AT_ONCE)
  return {
    async deliver(delivery, signal) {
      const { bot, contact } = delivery
      const waiting = await findWaiting(host.db, { bot, contact, id: idSchema.parse(delivery.payload).id })
      if (!waiting?.files) return { outcome: 'done' }
      const channel = await findChannel(host.db, waiting.channel)
      if (!channel) return { outcome: 'refused', error: 'The channel was deleted.' }
      const fetched = await turnstile.through(() => fetchAll(host, channel, waiting, signal))
      if (signal.aborted) return { outcome: 'failed', error: 'The engine was stopped.' }
      const isLast = delivery.attempts >= WAITS.length
      if ('outcome' in fetched && fetched.outcome === 'failed' && !isLast) return fetched
      await goOn(host, waiting, fetched)
      return 'outcome' in fetched ? { outcome: 'refused', error: fetched.error } : { outcome: 'done' }
    },
    retryAfterMs: attempts => WAITS[attempts - 1] ?? null,
    keeps: true,
  }
}

const idSchema = z.object({ id: z.string() })

async function fetchAll(
  host: Host,
  channel: Channel,
  waiting: Waiting,
  signal: AbortSignal,
): Promise<Readonly<{ files: readonly SentFile[] }> | Exclude<DeliveryResult, { outcome: 'done' }>> {
  const far = JSON.parse(waiting.files ?? '[]') as readonly FarFile[]
  const files: SentFile[] = []
  for (const file of far) {
    const fetched = await fetchOne(host, channel, file, signal)
    if (!('file' in fetched)) return fetched
    files.push(fetched.file)
  }
  return { files }
}

async function fetchOne(host: Host, channel: Channel, far: FarFile, signal: AbortSignal): Promise<Fetched> {
  const secrets = openSecrets(host.seal, channel)
  if (!secrets.ok) return { outcome: 'refused', error: secrets.message }
  const { accessToken: token = '' } = secrets.value
  try {
    const address = 'url' in far.at ? far.at.url : await addressOf(host.graph, far.at.id, { token, signal })
    if (typeof address !== 'string') return address
    // Files of messages are at addresses that need no token, and must not be given one.
    const access = { token: 'url' in far.at ? null : token, most: MAX_FILE_BYTES, signal }
    const answer = await host.graph.file(address, access)
    if (answer.status !== 200)
      return failedOr(answer.status, `The file was answered with status ${answer.status}.`)
    return await keep(host, far, answer.bytes)
  } catch (error) {
    const words = wordsForFailure(error)
    return { outcome: error instanceof UnreadableAnswer ? 'refused' : 'failed', error: `The file: ${words}` }
  }
}

const mediaSchema = z.looseObject({ url: z.url(), file_size: z.number().optional() })

/** Where a file is for the next five minutes, unless it is larger than is kept. */
async function addressOf(
  graph: GraphClient,
  id: string,
  { token, signal }: Readonly<{ token: string; signal: AbortSignal }>,
): Promise<string | Exclude<DeliveryResult, { outcome: 'done' }>> {
  const path = encodeURIComponent(id)
  const answer = await graph.call({ login: 'facebook', path, token, method: 'GET', signal })
  if (answer.status !== 200) {
    const refused = resultOfRefusal(answer)
    const error = refused.outcome === 'done' ? '' : refused.error
    return refused.outcome === 'failed' ? refused : { outcome: 'refused', error }
  }
  const { url, file_size: size = 0 } = mediaSchema.parse(JSON.parse(answer.body))
  return size > MAX_FILE_BYTES ? { outcome: 'refused', error: 'The file is larger than 25 MB.' } : url
}

function failedOr(status: number, error: string): Exclude<DeliveryResult, { outcome: 'done' }> {
  return { outcome: status === 429 || status >= 500 ? 'failed' : 'refused', error }
}

async function keep(host: Host, { kind, name }: FarFile, bytes: Buffer): Promise<Fetched> {
  const kept = await keepBytes(host, bytes)
  if (!kept.ok) return { outcome: 'refused', error: kept.message }
  const { hash, mime, size } = kept.value
  // A picture that was sent as a document stays one.
  const asKind = kind === 'document' ? kind : kept.value.kind
  return { file: { kind: asKind, url: `${host.publicUrl()}/media/${hash}`, name, mime, size } }
}

/** The message and those behind it become inputs. */
async function goOn(
  { db, now, onReceived }: Host,
  waiting: Waiting,
  fetched: Readonly<{ files: readonly SentFile[] }> | Exclude<DeliveryResult, { outcome: 'done' }>,
): Promise<void> {
  const input = JSON.parse(waiting.input) as InputOf<'message'>
  const { bot, contact, channel } = waiting
  const whole =
    'files' in fetched
      ? { ...input, files: [...fetched.files] }
      : { ...input, ...(input.text === '' ? { unsupported: 'file' } : {}) }
  const received = await db.atomically(async tx => {
    await tx.lock([`${bot}/${contact}`])
    await makeReady(tx, waiting, JSON.stringify(whole))
    if ('outcome' in fetched) await noteOnEvent(tx, channel, waiting.id, fetched.error)
    const kind = (await findChannel(tx, channel))?.kind
    const ready = await takeReady(tx, { bot, contact })
    return receive(
      tx,
      ready.map(one => ({
        to: { bot, contact },
        input: JSON.parse(one.input),
        at: now(),
        ...(kind === undefined || kind === 'webhook' ? {} : { channel: kind }),
        ...(one.locale === null ? {} : { locale: one.locale }),
        ...(one.profile === null ? {} : { profile: JSON.parse(one.profile) }),
      })),
    )
  })
  onReceived(received)
}
