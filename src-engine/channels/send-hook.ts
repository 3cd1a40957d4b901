import { z } from 'zod'
import { signRequest } from '../../src-shared/publish/sign-request.ts'
import type { DeliveryResult } from '../deliveries/delivery-kind.ts'
import { RefusedAddress } from '../effects/address-guard.ts'
import { callHttp, type HttpAnswer, wordsForFailure } from '../effects/call-http.ts'
import { guardedUrl } from '../effects/guarded-url.ts'
import { keptConnections } from '../effects/kept-connections.ts'
import type { Engine } from '../engine.ts'
import { addressesOf } from '../store/channel-addresses.ts'
import type { Channel } from '../store/channels.ts'
import type { Sending } from './deliver.ts'
import { retryAfterMs } from './graph-errors.ts'

type Host = Pick<Engine, 'db' | 'now' | 'effects'>

const ANSWER_WITHIN_MS = 10_000
/** Answers that mean that nothing gets there until somebody looks. */
const STOPS = new Set([401, 403, 404, 410])

/** Hands one message to the system behind a generic channel. */
export async function sendHook(host: Host, sending: Sending): Promise<DeliveryResult> {
  const { channel, secrets, delivery, outgoing, signal } = sending
  const [to] = await addressesOf(host.db, channel.id, delivery.contact)
  const body = {
    type: 'message',
    id: delivery.id,
    channel: channel.id,
    bot: delivery.bot,
    to: to?.address ?? '',
    from: outgoing.from,
    ...(outgoing.message === undefined ? {} : { number: outgoing.message }),
    message: outgoing.body,
  }
  try {
    const answer = await postHook(host, channel, { secret: secrets.signingSecret ?? '', body, signal })
    return resultOf(answer)
  } catch (error) {
    return { outcome: 'failed', error: wordsForFailure(error) }
  }
}

function resultOf({ status, body, retryAfter }: HttpAnswer): DeliveryResult {
  if (status >= 200 && status < 300) {
    const name = nameIn(body)
    return { outcome: 'done', ...(name === undefined ? {} : { answer: name }) }
  }
  const error = `The system answered with status ${status}.`
  if (STOPS.has(status)) return { outcome: 'held', error }
  if (status !== 429 && status < 500) return { outcome: 'refused', error }
  const afterMs = retryAfterMs(retryAfter)
  return { outcome: 'failed', error, ...(afterMs === null ? {} : { afterMs }) }
}

/** Posts signed JSON to a channel's address; rejects when there is no answer, or the address may not be reached. */
export async function postHook(
  { effects, now }: Pick<Host, 'effects' | 'now'>,
  { options }: Channel,
  { secret, body, signal }: Readonly<{ secret: string; body: object; signal: AbortSignal }>,
): Promise<HttpAnswer> {
  const guarded = guardedUrl(options.url ?? '', effects.allowPrivate)
  if (!guarded.ok) throw new RefusedAddress(guarded.message)
  const { url, mayReach } = guarded
  const text = JSON.stringify(body)
  return callHttp({
    method: 'POST',
    url,
    headers: {
      'content-type': 'application/json',
      'x-signature': signRequest(secret, Math.floor(now() / 1000), text),
    },
    body: text,
    signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
    mayReach,
    agent: keptConnections(url),
  })
}

const answerSchema = z.looseObject({ id: z.string().min(1).max(500) })

function nameIn(body: string): string | undefined {
  try {
    return answerSchema.parse(JSON.parse(body)).id
  } catch {
    return undefined
  }
}
