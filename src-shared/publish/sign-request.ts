import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { fault, ok, type Result } from '../kit/result.ts'

/** How far the sender's clock may be from ours (requirements.md NHN-140). */
export const SIGNATURE_TOLERANCE_MS = 5 * 60_000

/** A signature as it was sent. `t` stays text: it was signed as it is written. */
export type Signature = Readonly<{ t: string; hex: string }>

type Body = string | Uint8Array

/** 64 hex digits: HMAC-SHA256 of `t`, a full stop and the body. A host that signs all day brings its platform's own. */
export type Mac = (secret: string, t: string, body: Body) => string

/** The `X-Signature` of a request: `t=<unix s>,v1=<hex HMAC-SHA256(key, t + "." + raw body)>` (NHN-140). */
export function signRequest(key: string, tSeconds: number, body: Body, mac: Mac = pureMac): string {
  const t = String(tSeconds)
  return `t=${t},v1=${mac(key, t, body)}`
}

/** Reads a signature header and looks at its time only, which needs no body: 'request/unauthorised', 'request/stale'. */
export function readSignature(header: unknown, now: number): Result<Signature> {
  const match =
    typeof header === 'string' ? /^t=(\d{1,12}(?:\.\d{1,6})?),v1=([0-9a-f]{64})$/.exec(header) : null
  const [, t, hex] = match ?? []
  if (t === undefined || hex === undefined)
    return fault('request/unauthorised', 'X-Signature should be t=<unix seconds>,v1=<64 hex digits>.')
  const apart = Math.abs(now - Number(t) * 1000)
  if (apart <= SIGNATURE_TOLERANCE_MS) return ok({ t, hex })
  return fault(
    'request/stale',
    `Its time is ${Math.round(apart / 1000)} s from this engine's; at most ${SIGNATURE_TOLERANCE_MS / 1000} s are accepted. Check the clock.`,
  )
}

/** Whether one of the secrets (two while rotating) made this signature over the raw body; compares in constant time. */
export function isSignedWith(
  secrets: readonly string[],
  signature: Signature,
  body: Body,
  mac: Mac = pureMac,
): boolean {
  // Every secret is tried, so that the time says nothing about which one fits.
  return secrets
    .map(secret => equalInConstantTime(mac(secret, signature.t, body), signature.hex))
    .includes(true)
}

/** All checks of a signature at once, for hosts that have the body at hand; replay is theirs to refuse. */
export function verifySignature(request: {
  header: unknown
  secrets: readonly string[]
  body: Body
  now: number
}): Result<Signature> {
  const signature = readSignature(request.header, request.now)
  if (!signature.ok || isSignedWith(request.secrets, signature.value, request.body)) return signature
  return fault('request/unauthorised', 'The signature does not fit the body.')
}

function pureMac(secret: string, t: string, body: Body): string {
  const bytes = typeof body === 'string' ? utf8ToBytes(body) : body
  return bytesToHex(hmac(sha256, utf8ToBytes(secret), concatBytes(utf8ToBytes(`${t}.`), bytes)))
}

function equalInConstantTime(a: string, b: string): boolean {
  let difference = a.length ^ b.length
  for (let at = 0; at < a.length; at += 1) difference |= a.charCodeAt(at) ^ b.charCodeAt(at)
  return difference === 0
}
