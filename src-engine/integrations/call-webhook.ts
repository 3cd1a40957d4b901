import { type Attempted, judgeAnswer, type WebhookAnswer } from '../../src-shared/integrations/attempts.ts'
import type { Platform } from '../../src-shared/publish/integration-protocol.ts'
import { signRequest } from '../../src-shared/publish/sign-request.ts'
import { callHttp, wordsForFailure } from '../effects/call-http.ts'
import { guardedUrl } from '../effects/guarded-url.ts'
import { keptConnections } from '../effects/kept-connections.ts'
import { nativeMac } from '../http/native-mac.ts'
import type { Secrets } from './secrets.ts'

/** What is sent where. `id` lets the receiver see that it has it already. */
export type WebhookCall = Readonly<{
  platform: Platform
  url: string
  secrets: Secrets
  id: string
  body: unknown
}>

export type CallHost = Readonly<{
  allowPrivate: boolean
  timeoutMs: number
  now: () => number
  signal?: AbortSignal
}>

/** How a call went, for the log. */
export type Called = Readonly<{
  attempted: Attempted
  status: number | null
  excerpt: string
  durationMs: number
}>

/** Characters of an answer that are kept. */
const EXCERPT = 500

/**
 * Tells a webhook something, within its time (requirements.md IMI-04, IMI-05, IMI-17). A new access token that is not
 * known there yet is followed by the one before.
 */
export async function callWebhook(host: CallHost, call: WebhookCall): Promise<Called> {
  const began = performance.now()
  const { access, previous } = call.secrets
  const timeout = AbortSignal.timeout(host.timeoutMs)
  const signal = host.signal ? AbortSignal.any([host.signal, timeout]) : timeout
  const send = (token: string | null) => post({ host, call, token, signal, timeout })
  let answer = await send(access)
  const isRefused = answer.outcome === 'answered' && [401, 403].includes(answer.status)
  if (isRefused && previous !== null) answer = await send(previous)
  const expected = call.platform === 'other' ? call.secrets.verification : null
  return {
    attempted: judgeAnswer(answer, expected),
    status: answer.outcome === 'answered' ? answer.status : null,
    excerpt: answer.outcome === 'answered' ? withoutSecrets(answer.body, call.secrets) : '',
    durationMs: Math.round(performance.now() - began),
  }
}

type Post = Readonly<{
  host: CallHost
  call: WebhookCall
  token: string | null
  signal: AbortSignal
  timeout: AbortSignal
}>

async function post({ host, call, token, signal, timeout }: Post): Promise<WebhookAnswer> {
  const guarded = guardedUrl(call.url, host.allowPrivate)
  if (!guarded.ok) return { outcome: 'unreachable', message: guarded.message }
  const { url, mayReach } = guarded
  const body = JSON.stringify(call.body)
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': call.id,
    ...proofOf(host, call, token, body),
  }
  try {
    const answer = await callHttp({
      ...{ method: 'POST', url, headers, body, signal, mayReach },
      agent: keptConnections(url),
    })
    const given = answer.headers['x-verification-token']
    return {
      outcome: 'answered',
      status: answer.status,
      body: answer.body,
      token: typeof given === 'string' ? given : null,
    }
  } catch (error) {
    return timeout.aborted
      ? { outcome: 'timeout' }
      : { outcome: 'unreachable', message: wordsForFailure(error) }
  }
}

/** Who asks: a bot gets the access token, a desk a signature. */
function proofOf(
  { now }: CallHost,
  { platform }: WebhookCall,
  token: string | null,
  body: string,
): Record<string, string> {
  if (token === null) return {}
  return platform === 'ccsp'
    ? { 'x-signature': signRequest(token, Math.floor(now() / 1000), body, nativeMac) }
    : { authorization: `Bearer ${token}` }
}

/** The log is read by people: a token that is sent back is blotted out there. */
function withoutSecrets(body: string, { access, verification, previous }: Secrets): string {
  let text = body.slice(0, 4 * EXCERPT)
  for (const secret of [access, verification, previous]) if (secret) text = text.replaceAll(secret, '•••')
  return text.slice(0, EXCERPT)
}
