import { setTimeout } from 'node:timers/promises'
import { type EffectRequest, type EffectResult, isRepeatable } from '../../src-shared/blocks/effect.ts'
import { type Auth, authHeaders } from '../../src-shared/publish/auth-headers.ts'
import { RefusedAddress } from './address-guard.ts'
import { callHttp, type HttpCall, UnreadableAnswer, wordsForFailure } from './call-http.ts'
import type { EffectConfig } from './effect-config.ts'
import { guardedUrl } from './guarded-url.ts'
import { type Client, OauthTokens } from './oauth-tokens.ts'

type HttpRequest = Extract<EffectRequest, { type: 'http' }>
type Host = Pick<EffectConfig, 'allowPrivate' | 'secrets'> & Readonly<{ now: () => number }>

/** What came of one attempt, whether another may be made, and when the other side wants it (epoch ms). */
type Attempt = Readonly<{ result: EffectResult; again: boolean; notBefore: number | null }>

/** The pause before the first repetition; each further one is twice as long. */
const FIRST_PAUSE_MS = 200

/** Makes the calls of API blocks (requirements.md NHN-26, NHN-148). Whatever happens is a result. */
export class HttpPerformer {
  private readonly host: Host
  private readonly tokens: OauthTokens

  constructor(host: Host) {
    this.host = host
    this.tokens = new OauthTokens(host.now)
  }

  /** All attempts together take no longer than the call's time-out. */
  async perform(request: HttpRequest, stop: AbortSignal): Promise<EffectResult> {
    const timeout = AbortSignal.timeout(request.timeoutMs)
    const signal = AbortSignal.any([stop, timeout])
    const endsAt = performance.now() + request.timeoutMs
    const most = isRepeatable(request.method) ? request.retries : 0
    for (let made = 0; ; made += 1) {
      const { result, again, notBefore } = await this.attempt(request, signal)
      if (result.outcome === 'failed' && timeout.aborted) return { outcome: 'timeout' }
      const pause = notBefore ?? FIRST_PAUSE_MS * 2 ** made * (0.5 + Math.random() / 2)
      if (!again || made >= most || stop.aborted || performance.now() + pause >= endsAt) return result
      await setTimeout(pause, undefined, { signal }).catch(() => {})
    }
  }

  private async attempt(request: HttpRequest, signal: AbortSignal): Promise<Attempt> {
    try {
      const { status, body, retryAfter } = await this.call(request, signal)
      const again = status >= 500 || status === 429
      return { result: { outcome: 'answered', status, body }, again, notBefore: this.pauseOf(retryAfter) }
    } catch (error) {
      const isFinal =
        error instanceof RefusedAddress || error instanceof UnreadableAnswer || error instanceof CannotCall
      const message = error instanceof CannotCall ? error.message : wordsForFailure(error)
      return { result: { outcome: 'failed', message }, again: !isFinal, notBefore: null }
    }
  }

  private async call({ method, url: written, headers, body, auth }: HttpRequest, signal: AbortSignal) {
    const { url, mayReach } = this.guarded(written)
    const call: HttpCall = { method, url, headers, body, signal, mayReach }
    if (!auth) return callHttp(call)
    const secret = this.host.secrets.get(auth.secret)
    if (secret === undefined) throw new CannotCall(missingSecret(auth))
    return auth.scheme === 'oauth2'
      ? this.callWithToken(call, auth, secret)
      : callHttp({
          ...call,
          headers: { ...headers, ...authHeaders(auth, secret, { body, now: this.host.now() }) },
        })
  }

  private guarded(written: string) {
    const read = guardedUrl(written, this.host.allowPrivate)
    if (!read.ok) throw new CannotCall(read.message)
    return read
  }

  /** A token that was revoked before its time is asked for anew, once: a call answered 401 has done nothing yet. */
  private async callWithToken(call: HttpCall, auth: Auth, secret: string) {
    const { url, mayReach } = this.guarded(auth.tokenUrl)
    const client: Client = { url, id: auth.identity, secret, scope: auth.scope }
    const reach = { signal: call.signal, mayReach }
    const callWith = (token: string) =>
      callHttp({ ...call, headers: { ...call.headers, authorization: `Bearer ${token}` } })
    const { text, isOld } = await this.tokens.get(client, reach)
    const answer = await callWith(text)
    if (answer.status !== 401) return answer
    this.tokens.forget(client)
    return isOld ? callWith((await this.tokens.get(client, reach)).text) : answer
  }

  /** Milliseconds from now, from seconds or a date. */
  private pauseOf(retryAfter: string | null): number | null {
    if (retryAfter === null) return null
    if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter) * 1000
    const at = Date.parse(retryAfter)
    return Number.isNaN(at) ? null : Math.max(0, at - this.host.now())
  }
}

/** A call that cannot be made at all; its message is for people. */
class CannotCall extends Error {}

function missingSecret({ name, secret }: Auth): string {
  return secret === ''
    ? `The auth profile ${name} has no secret.`
    : `This engine does not have the secret ${secret}. Start it with PARLEY_SECRET_${secret}.`
}
