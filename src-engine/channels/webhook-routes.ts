import { z } from 'zod'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import {
  type ChannelKind,
  type ChannelSecrets,
  channelIdSchema,
} from '../../src-shared/publish/channel-protocol.ts'
import { isSignedWith, readSignature } from '../../src-shared/publish/sign-request.ts'
import type { Engine } from '../engine.ts'
import { type Api, addRoute } from '../http/add-route.ts'
import { nativeMac } from '../http/native-mac.ts'
import { sendFault } from '../http/problem-document.ts'
import { readBody } from '../http/read-body.ts'
import { bytes, json, raw } from '../http/route.ts'
import { type Channel, findChannel } from '../store/channels.ts'
import type { Received } from '../store/inbound.ts'
import { hookAnswerSchema, hookRequestSchema } from './hook-protocol.ts'
import { isHubSigned, isSameSecret } from './hub-signature.ts'
import { noteForgery } from './note-forgery.ts'
import { openSecrets } from './open-secrets.ts'
import { readHook } from './read-hook.ts'
import { readMessenger } from './read-messenger.ts'
import { readWhatsapp } from './read-whatsapp.ts'
import type { Telling } from './take-heard.ts'
import { tellingsOf } from './tellings-of.ts'

type Host = Engine &
  Readonly<{
    takeHeard: (tellings: readonly Telling[]) => Promise<readonly Received[]>
    onReceived: (received: readonly Received[]) => void
  }>

/** Meta sends up to 3 MB at once (research/designers.md 4.3). */
const MOST_BYTES = 4 * 1_048_576

const META: ReadonlySet<ChannelKind> = new Set(['whatsapp', 'messenger', 'instagram'])
const path = z.object({ channel: channelIdSchema })
const NOBODY = fault('request/not-found', 'This engine has no such channel.')
const UNSIGNED = fault('request/unauthorised', 'The signature does not fit the body.')

/** Where providers and other systems send what happens; who asks is told by the signature of each channel. */
export function addWebhookRoutes(api: Api, host: Host): void {
  const lookedUp = async (id: string) => {
    const channel = await findChannel(host.db, id)
    if (!channel) return null
    const secrets = openSecrets(host.seal, channel)
    return { channel, secrets: secrets.ok ? secrets.value : {} }
  }
  addRoute(api, {
    method: 'GET',
    path: '/channels/:channel/webhook',
    summary: 'Meta asks whether this is the right address',
    tag: 'channels',
    scope: null,
    params: path,
    query: z.looseObject({}),
    answers: { 200: bytes('The challenge', 'text/plain; charset=utf-8') },
    refuses: ['request/not-found', 'request/forbidden'],
    async handler({ params, query, reply }) {
      const found = await lookedUp(params.channel)
      if (!found) return sendFault(reply, NOBODY)
      const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': challenge } = query
      const isRight =
        mode === 'subscribe' && isSameSecret(String(token ?? ''), found.secrets.verifyToken ?? '')
      if (!isRight) return sendFault(reply, fault('request/forbidden', 'The verify token is another one.'))
      return reply.type('text/plain; charset=utf-8').send(String(challenge ?? '').slice(0, 1000))
    },
  })
  addRoute(api, {
    method: 'POST',
    path: '/channels/:channel/webhook',
    summary: 'Meta tells what happened',
    tag: 'channels',
    scope: null,
    params: path,
    body: raw('application/json'),
    bodyLimit: MOST_BYTES,
    answers: { 200: json(z.object({ ok: z.literal(true) }), 'All of it is stored') },
    refuses: ['request/not-found', 'request/unauthorised'],
    async handler({ params, request }) {
      const found = await lookedUp(params.channel)
      if (!found || !META.has(found.channel.kind)) return NOBODY
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      if (!isHubSigned(found.secrets.appSecret ?? '', request.headers['x-hub-signature-256'], body)) {
        await noteForgery(host, found.channel, 'app secret')
        return UNSIGNED
      }
      const tellings = await readProvider(host, found, body)
      if (!tellings.ok) return tellings
      host.onReceived(await host.takeHeard(tellings.value))
      return ok({ ok: true as const })
    },
  })
  addRoute(api, {
    method: 'POST',
    path: '/channels/:channel/messages',
    summary: 'A system of your own tells what happened',
    tag: 'channels',
    scope: null,
    params: path,
    body: hookRequestSchema,
    bodyLimit: MOST_BYTES,
    answers: { 200: json(hookAnswerSchema, 'All of it is stored') },
    refuses: ['request/not-found', 'request/unauthorised', 'request/stale'],
    async handler({ params, body, request }) {
      const found = await lookedUp(params.channel)
      if (found?.channel.kind !== 'webhook') return NOBODY
      const signature = readSignature(request.headers['x-signature'], host.now())
      if (!signature.ok) return signature
      const secret = found.secrets.signingSecret
      const bytesOf = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      if (secret === undefined || !isSignedWith([secret], signature.value, bytesOf, nativeMac)) {
        await noteForgery(host, found.channel, 'signing secret')
        return UNSIGNED
      }
      const received = await host.takeHeard([{ channel: found.channel, heard: readHook(body) }])
      host.onReceived(received)
      return ok({ taken: received.filter(({ isNew }) => isNew).length })
    },
  })
}

/** Every object of the provider's body, at the channel it is about. */
async function readProvider(
  host: Host,
  found: Readonly<{ channel: Channel; secrets: ChannelSecrets }>,
  body: Buffer,
): Promise<Result<readonly Telling[]>> {
  const value = readBody(z.unknown(), body)
  if (!value.ok) return value
  const { channel } = found
  const heard =
    channel.kind === 'whatsapp' ? readWhatsapp(value.value) : readMessenger(value.value, channel.options)
  if (heard === null) return fault('request/invalid', 'This is not what the provider sends.')
  return ok(await tellingsOf(host, found, heard))
}
