import { signRequest } from '../../src-shared/publish/sign-request.ts'
import { nativeMac } from '../http/native-mac.ts'
import { RefusedAddress } from './address-guard.ts'
import { callHttp, type HttpAnswer } from './call-http.ts'
import { guardedUrl } from './guarded-url.ts'
import { keptConnections } from './kept-connections.ts'

const ANSWER_WITHIN_MS = 10_000

type Host = Readonly<{ effects: Readonly<{ allowPrivate: boolean }>; now: () => number }>
type Post = Readonly<{ url: string; secret: string; body: object; signal: AbortSignal }>

/** Posts signed JSON; rejects when there is no answer, or the address may not be reached. */
export async function postSigned({ effects, now }: Host, post: Post): Promise<HttpAnswer> {
  const guarded = guardedUrl(post.url, effects.allowPrivate)
  if (!guarded.ok) throw new RefusedAddress(guarded.message)
  const { url, mayReach } = guarded
  const text = JSON.stringify(post.body)
  return callHttp({
    method: 'POST',
    url,
    headers: {
      'content-type': 'application/json',
      'x-signature': signRequest(post.secret, Math.floor(now() / 1000), text, nativeMac),
    },
    body: text,
    signal: AbortSignal.any([post.signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
    mayReach,
    agent: keptConnections(url),
  })
}
