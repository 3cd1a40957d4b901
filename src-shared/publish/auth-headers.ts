import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { EffectRequest } from '../blocks/effect.ts'
import { base64 } from '../kit/base64.ts'
import { signRequest } from './sign-request.ts'

export type Auth = NonNullable<Extract<EffectRequest, { type: 'http' }>['auth']>

/** What is signed, and when (epoch milliseconds UTC). */
type Signed = Readonly<{ body: string | null; now: number }>

/** The headers that prove who calls, for every scheme but OAuth2, which needs a token first. Names in small letters. */
export function authHeaders(
  auth: Auth,
  secret: string,
  { body, now }: Signed,
): Readonly<Record<string, string>> {
  switch (auth.scheme) {
    case 'basic':
      return { authorization: basicAuth(auth.identity, secret) }
    case 'apiKey':
      return { [headerOf(auth, 'X-API-Key')]: secret }
    case 'hmac':
      return { [headerOf(auth, 'X-Signature')]: signRequest(secret, Math.floor(now / 1000), body ?? '') }
    default:
      return { authorization: `Bearer ${secret}` }
  }
}

/** The Authorization header of HTTP's basic scheme. */
export function basicAuth(name: string, secret: string): string {
  return `Basic ${base64(utf8ToBytes(`${name}:${secret}`))}`
}

function headerOf({ identity }: Auth, usual: string): string {
  return (identity.trim() || usual).toLowerCase()
}
