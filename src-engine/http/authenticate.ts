import type { FastifyRequest } from 'fastify'
import { type Fault, fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { mayDo, type Scope } from '../../src-shared/publish/scopes.ts'
import { isSignedWith, readSignature, type Signature } from '../../src-shared/publish/sign-request.ts'
import type { Caller, KeyRing, SigningKey } from '../keys/key-ring.ts'
import type { EngineDb } from '../store/db.ts'
import { claimSignatures, type SeenSignature } from '../store/signatures.ts'
import type { Gate } from './add-route.ts'
import { sendFault } from './problem-document.ts'

type Host = Readonly<{ db: EngineDb; keys: KeyRing; now: () => number }>
type Signed = Readonly<{ key: SigningKey; signature: Signature }>
/** `signature` is null for who came with a token. */
type Known = Signed | Readonly<{ key: Caller; signature: null }>

const NOTHING = Buffer.alloc(0)

/**
 * Lets only signed requests in (requirements.md NHN-140, protocol.ts), and tokens where a route takes them. Key and time
 * are looked at before a body is read; the signature covers the raw bytes; one that changes something is taken once.
 */
export function createGate({ db, keys, now }: Host): Gate {
  const claim = db.grouped(claimSignatures)
  const known = new WeakMap<FastifyRequest, Known>()
  return {
    hooksFor: ({ scope, token = false }) => ({
      async onRequest(request, reply) {
        const caller = await (token && isBearer(request)
          ? readToken(request, keys)
          : readKey(request, keys, now()))
        if (!caller.ok) return sendFault(reply, caller)
        known.set(request, caller.value)
      },
      async preHandler(request, reply) {
        const caller = known.get(request)
        const refusal = caller
          ? (isSigned(request, caller) ??
            inScope(caller.key, scope) ??
            (await once(request, caller, claim, now())))
          : fault('request/unauthorised')
        if (refusal) return sendFault(reply, refusal)
      },
    }),
    keyIdOf: request => known.get(request)?.key.id ?? '',
  }
}

function isBearer({ headers }: FastifyRequest): boolean {
  return headers.authorization !== undefined && headers['x-parley-key'] === undefined
}

async function readToken({ headers }: FastifyRequest, keys: KeyRing): Promise<Result<Known>> {
  const [, token] = /^Bearer +(\S{1,200})$/i.exec(headers.authorization ?? '') ?? []
  const key = token === undefined ? null : await keys.bearer(token)
  return key
    ? ok({ key, signature: null })
    : fault('request/unauthorised', 'The token is not one of this engine.')
}

async function readKey({ headers }: FastifyRequest, keys: KeyRing, now: number): Promise<Result<Known>> {
  const id = headers['x-parley-key']
  const key = typeof id === 'string' ? await keys.signing(id) : null
  if (!key) return fault('request/unauthorised', 'X-Parley-Key names no key of this engine.')
  const signature = readSignature(headers['x-signature'], now)
  return signature.ok ? ok({ key, signature: signature.value }) : signature
}

function isSigned({ body }: FastifyRequest, { key, signature }: Known): Fault | null {
  if (signature === null || isSignedWith(key.secrets, signature, Buffer.isBuffer(body) ? body : NOTHING))
    return null
  return fault('request/unauthorised', 'The signature does not fit the body.')
}

/** Only who has the key is told what it may do. */
function inScope({ scopes }: Caller, scope: Scope): Fault | null {
  return mayDo(scopes, scope)
    ? null
    : fault('request/out-of-scope', `It needs ${scope}; this key may ${scopes.join(', ')}.`)
}

async function once(
  { method }: FastifyRequest,
  { signature }: Known,
  claim: (seen: SeenSignature) => Promise<boolean>,
  at: number,
): Promise<Fault | null> {
  if (signature === null || method === 'GET' || method === 'HEAD') return null
  const isFirst = await claim({ mac: signature.hex, at })
  return isFirst ? null : fault('request/replayed', 'Sign it again with the present time.')
}
