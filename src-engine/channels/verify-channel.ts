import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { ok, type Result } from '../../src-shared/kit/result.ts'
import { type ChannelSecrets, SECRETS_OF } from '../../src-shared/publish/channel-protocol.ts'
import { wordsForFailure } from '../effects/call-http.ts'
import { postSigned } from '../effects/post-signed.ts'
import type { Engine } from '../engine.ts'
import type { Channel } from '../store/channels.ts'
import type { GraphClient } from './graph-client.ts'
import { resultOfRefusal } from './graph-errors.ts'
import { hookChallengeSchema } from './hook-protocol.ts'
import type { TwilioClient } from './twilio-client.ts'
import { unverified } from './unverified.ts'
import { verifyLine } from './verify-line.ts'

type Host = Pick<Engine, 'effects' | 'now'> & Readonly<{ graph: GraphClient; twilio: TwilioClient }>

/** What is learnt of a channel when it is verified. */
export type Verified = Readonly<{ handle: string }>

/** Asks the provider whether the channel is there and may be used; 'channel/unverified' says why it is not. */
export async function verifyChannel(
  host: Host,
  channel: Channel,
  secrets: ChannelSecrets,
): Promise<Result<Verified>> {
  const missing = SECRETS_OF[channel.kind].filter(name => secrets[name] === undefined)
  if (missing.length > 0) return unverified(`It still needs ${missing.join(', ')}.`)
  if (channel.kind === 'web') return ok({ handle: channel.handle })
  const signal = AbortSignal.timeout(WITHIN_MS)
  try {
    if (channel.kind === 'webhook') return await verifyHook(host, channel, secrets, signal)
    if (channel.kind === 'missedCall') return await verifyLine(host.twilio, channel, secrets, signal)
    return await verifyMeta(host.graph, channel, secrets, signal)
  } catch (error) {
    return unverified(wordsForFailure(error))
  }
}

const WITHIN_MS = 15_000

/** What is asked of each: the documented fields of a phone number, a page and an account. */
const FIELDS = {
  whatsapp: 'id,display_phone_number,verified_name',
  messenger: 'id,name',
  instagram: 'id,username',
} as const
const thingSchema = z.looseObject({
  id: z.coerce.string(),
  display_phone_number: z.string().optional(),
  username: z.string().optional(),
})

async function verifyMeta(
  graph: GraphClient,
  channel: Channel,
  { accessToken: token = '' }: ChannelSecrets,
  signal: AbortSignal,
): Promise<Result<Verified>> {
  const { kind, account, handle, options } = channel
  if (account === '') return unverified('It still needs its id at the provider.')
  const fields = FIELDS[kind as keyof typeof FIELDS]
  const login = kind === 'instagram' && options.login === 'instagram' ? 'instagram' : 'facebook'
  const answer = await graph.call({
    login,
    path: `${account}?fields=${fields}`,
    token,
    method: 'GET',
    signal,
  })
  if (answer.status !== 200) {
    const refused = resultOfRefusal(answer)
    return unverified(refused.outcome === 'done' ? '' : refused.error)
  }
  const read = thingSchema.safeParse(JSON.parse(answer.body))
  if (!read.success || read.data.id !== account)
    return unverified('The provider answered about something else.')
  const { display_phone_number: number, username } = read.data
  return ok({ handle: handle || number || username || '' })
}

/** The system answers the challenge it is sent, which shows that it is there and has read the documentation. */
async function verifyHook(
  host: Host,
  channel: Channel,
  { signingSecret: secret = '' }: ChannelSecrets,
  signal: AbortSignal,
): Promise<Result<Verified>> {
  if (channel.options.url === undefined) return unverified('It still needs the address messages are sent to.')
  const challenge = randomBytes(18).toString('base64url')
  const body = { type: 'verification', channel: channel.id, challenge }
  const answer = await postSigned(host, { url: channel.options.url, secret, body, signal })
  if (answer.status !== 200) return unverified(`The system answered with status ${answer.status}.`)
  const read = hookChallengeSchema.safeParse(JSON.parse(answer.body))
  const isRight = read.success && read.data.challenge === challenge
  return isRight ? ok({ handle: channel.handle }) : unverified('The system did not answer the challenge.')
}
