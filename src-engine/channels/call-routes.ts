import { setTimeout } from 'node:timers/promises'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { channelIdSchema } from '../../src-shared/publish/channel-protocol.ts'
import type { Engine } from '../engine.ts'
import { type Api, addRoute } from '../http/add-route.ts'
import { sendFault } from '../http/problem-document.ts'
import { checkShape } from '../http/read-body.ts'
import { bytes, json, raw } from '../http/route.ts'
import { keepEvents } from '../store/channel-events.ts'
import { type Channel, findChannel, noteTrouble } from '../store/channels.ts'
import { deliveryCalled } from '../store/deliveries.ts'
import { channelTarget } from './channel-queues.ts'
import { noteForgery } from './note-forgery.ts'
import { openSecrets } from './open-secrets.ts'
import { ringMs, takeCall } from './take-call.ts'
import { wordsForTwilioCode } from './twilio-errors.ts'
import { isTwilioSigned } from './twilio-signature.ts'

type Host = Engine & Readonly<{ closing: AbortSignal }>

/** The only answer that leaves a call unanswered and unbilled, as long as it comes first. */
const REJECT = '<?xml version="1.0" encoding="UTF-8"?>\n<Response><Reject reason="busy"/></Response>'
const NOBODY = fault('request/not-found', 'This engine has no such line.')
const UNSIGNED = fault('request/forbidden', 'The signature does not fit the address and the body.')

const callSchema = z.object({
  CallSid: z.string().regex(/^CA[0-9a-f]{32}$/, 'expected the id of a call'),
  From: z.string().max(200).default(''),
})
const statusSchema = z.object({
  MessageSid: z.string().regex(/^(SM|MM)[0-9a-f]{32}$/, 'expected the id of a message'),
  MessageStatus: z.string().regex(/^[a-z_]{1,30}$/, 'expected a status'),
  ErrorCode: z.coerce.number().int().optional(),
})
type Status = z.infer<typeof statusSchema>
/** What is told of a message on its way is not kept. */
const TOLD = new Set(['delivered', 'undelivered', 'failed'])

/** Where Twilio tells of calls to a line that is never answered, and of the text messages that follow (NHN-44, D-24). */
export function addCallRoutes(api: Api, host: Host): void {
  const of = {
    method: 'POST',
    tag: 'channels',
    scope: null,
    params: z.object({ channel: channelIdSchema }),
    body: raw('application/x-www-form-urlencoded'),
    refuses: ['request/not-found', 'request/forbidden'],
  } as const
  addRoute(api, {
    ...of,
    path: '/channels/:channel/call',
    summary: 'Twilio tells of a call, which is refused after its rings',
    answers: { 200: bytes('That the call is refused as busy', 'text/xml; charset=utf-8') },
    async handler({ params, request, reply }) {
      const told = await readTold(host, params.channel, request, callSchema)
      if (!told.ok) return sendFault(reply, told)
      const { channel, value } = told.value
      const call = { channel, id: value.CallSid, from: value.From }
      const outcome = await host.db.atomically(tx => takeCall(host, tx, call))
      if (outcome !== 'again') await ring(channel, host.closing)
      return reply.type('text/xml; charset=utf-8').send(REJECT)
    },
  })
  addRoute(api, {
    ...of,
    path: '/channels/:channel/texts',
    summary: 'Twilio tells what became of a text message',
    answers: { 200: json(z.object({ ok: z.literal(true) }), 'It is noted') },
    async handler({ params, request }) {
      const told = await readTold(host, params.channel, request, statusSchema)
      if (!told.ok) return told
      if (TOLD.has(told.value.value.MessageStatus))
        await noteStatus(host, told.value.channel, told.value.value)
      return ok({ ok: true as const })
    },
  })
}

/** An engine that ends does not keep callers waiting. */
async function ring(channel: Channel, closing: AbortSignal): Promise<void> {
  await setTimeout(ringMs(channel), null, { signal: closing }).catch(() => {})
}

type Told<T> = Readonly<{ channel: Channel; value: T }>

/** Whose line it is and what was posted, if the provider signed it for the address it was told. */
async function readTold<T>(
  host: Host,
  id: string,
  { body, headers, url: path }: FastifyRequest,
  schema: z.ZodType<T>,
): Promise<Result<Told<T>>> {
  const channel = await findChannel(host.db, id)
  if (channel?.kind !== 'missedCall') return NOBODY
  const secrets = openSecrets(host.seal, channel)
  const token = (secrets.ok ? secrets.value.authToken : undefined) ?? ''
  const form = new URLSearchParams(Buffer.isBuffer(body) ? body.toString('utf8') : '')
  if (!isTwilioSigned(token, headers['x-twilio-signature'], { url: `${host.publicUrl()}${path}`, form })) {
    await noteForgery(host, channel, 'auth token')
    return UNSIGNED
  }
  const value = checkShape(schema, Object.fromEntries(form))
  return value.ok ? ok({ channel, value: value.value }) : value
}

/** A landline is found out by the network, after the provider took the message. */
async function noteStatus({ db, now }: Host, channel: Channel, told: Status): Promise<void> {
  const { MessageSid: name, MessageStatus: status, ErrorCode: code } = told
  const at = now()
  const isTrouble = status !== 'delivered'
  const note = isTrouble && code !== undefined ? wordsForTwilioCode(code) : status
  await db.atomically(async tx => {
    const sent = await deliveryCalled(tx, channelTarget(channel.id), name)
    const payload = JSON.stringify({ status, ...(code === undefined ? {} : { code }) })
    const about = {
      channel: channel.id,
      id: `${name}.${status}`,
      bot: channel.bot,
      contact: sent?.contact ?? '',
    }
    const fresh = await keepEvents(tx, [{ ...about, sort: 'status', note, payload, at }])
    if (fresh.size > 0 && isTrouble) await noteTrouble(tx, channel.id, note, at)
  })
}
