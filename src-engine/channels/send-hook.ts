import { z } from 'zod'
import type { DeliveryResult } from '../deliveries/delivery-kind.ts'
import { type HttpAnswer, wordsForFailure } from '../effects/call-http.ts'
import { postSigned } from '../effects/post-signed.ts'
import type { Engine } from '../engine.ts'
import { addressesOf } from '../store/channel-addresses.ts'
import type { Sending } from './deliver.ts'
import { retryAfterMs } from './graph-errors.ts'

type Host = Pick<Engine, 'db' | 'now' | 'effects'>

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
    const answer = await postSigned(host, {
      ...{ url: channel.options.url ?? '', secret: secrets.signingSecret ?? '', body, signal },
    })
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

const answerSchema = z.looseObject({ id: z.string().min(1).max(500) })

function nameIn(body: string): string | undefined {
  try {
    return answerSchema.parse(JSON.parse(body)).id
  } catch {
    return undefined
  }
}
