import { z } from 'zod'
import type { DeliveryResult } from '../deliveries/delivery-kind.ts'
import { type HttpAnswer, wordsForFailure } from '../effects/call-http.ts'
import { postSigned } from '../effects/post-signed.ts'
import type { Engine } from '../engine.ts'
import { Batches } from './batches.ts'
import type { Sending } from './deliver.ts'
import { retryAfterMs } from './graph-errors.ts'
import type { LookUp } from './look-up.ts'

type Host = Pick<Engine, 'now' | 'effects'> & Readonly<{ lookUp: LookUp }>

/** One message as the system behind a generic channel is told it. */
type HookMessage = Readonly<Record<string, unknown>>
type Ready = Readonly<{ sending: Sending; message: HookMessage }>

/** Messages in one request, of as many people (HookRequest takes as many), and requests at once to one system. */
const MOST = 100
const AT_ONCE = 4

/** Answers that mean that nothing gets there until somebody looks. */
const STOPS = new Set([401, 403, 404, 410])

/** Hands messages to systems behind generic channels: each by itself, or those that are due at once in one request. */
export function hookSender(host: Host): (sending: Sending) => Promise<DeliveryResult> {
  const batches = new Batches<Ready, DeliveryResult>({
    ...{ most: MOST, atOnce: AT_ONCE },
    work: ready => sendBatch(host, ready),
  })
  return async sending => {
    const ready = { sending, message: await messageOf(host, sending) }
    const { id, changedAt, options } = sending.channel
    // Who changed the channel meanwhile changed where the later ones go.
    return options.batches ? batches.add(`${id}/${changedAt}`, ready) : sendOne(host, ready)
  }
}

async function messageOf({ lookUp }: Host, { channel, delivery, outgoing }: Sending): Promise<HookMessage> {
  const [to] = await lookUp.addresses(channel.id, delivery.contact)
  return {
    id: delivery.id,
    bot: delivery.bot,
    to: to?.address ?? '',
    from: outgoing.from,
    ...(outgoing.message === undefined ? {} : { number: outgoing.message }),
    message: outgoing.body,
  }
}

async function sendOne(host: Host, { sending, message }: Ready): Promise<DeliveryResult> {
  const answer = await post(host, sending, { type: 'message', channel: sending.channel.id, ...message })
  if (!('body' in answer)) return answer
  return taken(read(oneSchema, answer.body)?.id)
}

/** All go to one system, and no two are for the same person. */
async function sendBatch(host: Host, batch: readonly Ready[]): Promise<readonly DeliveryResult[]> {
  const [first] = batch
  if (!first) return []
  const messages = batch.map(({ message }) => message)
  const { channel } = first.sending
  const answer = await post(host, first.sending, { type: 'messages', channel: channel.id, messages })
  if ('body' in answer) {
    const { results = [] } = read(batchSchema, answer.body) ?? {}
    const known = new Map(results.map(result => [result.delivery, result]))
    return batch.map(({ sending }) => resultIn(known.get(sending.delivery.id)))
  }
  if (answer.outcome !== 'refused' || batch.length === 1) return batch.map(() => answer)
  // One that the system cannot read is not to be the end of those beside it: it is looked for by halves.
  const half = Math.ceil(batch.length / 2)
  const before = await sendBatch(host, batch.slice(0, half))
  return [...before, ...(await sendBatch(host, batch.slice(half)))]
}

type Refusal = Exclude<DeliveryResult, Readonly<{ outcome: 'done' }>>

/** The answer of a system that took what it was sent, or why it did not. */
async function post(
  host: Host,
  { channel, secrets, signal }: Sending,
  body: object,
): Promise<Readonly<{ body: string }> | Refusal> {
  const to = { url: channel.options.url ?? '', secret: secrets.signingSecret ?? '' }
  try {
    const answer = await postSigned(host, { ...to, body, signal })
    return answer.status >= 200 && answer.status < 300 ? answer : refusalOf(answer)
  } catch (error) {
    return { outcome: 'failed', error: wordsForFailure(error) }
  }
}

function refusalOf({ status, retryAfter }: HttpAnswer): Refusal {
  const error = `The system answered with status ${status}.`
  if (STOPS.has(status)) return { outcome: 'held', error }
  if (status !== 429 && status < 500) return { outcome: 'refused', error }
  const afterMs = retryAfterMs(retryAfter)
  return { outcome: 'failed', error, ...(afterMs === null ? {} : { afterMs }) }
}

/** What the system calls a message, if it says so. */
const oneSchema = z.looseObject({ id: z.string().min(1).max(500) })
const batchSchema = z.looseObject({
  results: z
    .array(
      z.looseObject({
        delivery: z.string(),
        id: z.string().min(1).max(500).optional(),
        /** Why this one cannot be taken. */
        error: z.string().optional(),
      }),
    )
    .max(MOST),
})

function resultIn(result: z.infer<typeof batchSchema>['results'][number] | undefined): DeliveryResult {
  if (result?.error === undefined) return taken(result?.id)
  return { outcome: 'refused', error: 'The system took the others, and not this one.' }
}

function taken(name: string | undefined): DeliveryResult {
  return { outcome: 'done', ...(name === undefined ? {} : { answer: name }) }
}

function read<T>(schema: z.ZodType<T>, body: string): T | undefined {
  try {
    return schema.parse(JSON.parse(body))
  } catch {
    return undefined
  }
}
