import type { FastifyRequest } from 'fastify'
import { type Fault, fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { mayDo, type Scope } from '../../src-shared/publish/scopes.ts'
import { isSignedWith, readSignature, type Signature } from '../../src-shared/publish/sign-request.ts'
import type { FindKey, SigningKey } from '../keys/signing-key.ts'
import type { EngineDb } from '../store/db.ts'
import { claimSignatures, type SeenSignature } from '../store/signatures.ts'
import type { Gate } from './add-route.ts'
import { sendFault } from './problem-document.ts'

type Host = Readonly<{ db: EngineDb; findKey: FindKey; now: () => number }>
type Signed = Readonly<{ key: SigningKey; signature: Signature }>

const NOTHING = Buffer.alloc(0)

/**
 * Lets only signed requests in (requirements.md NHN-140, protocol.ts). Key and time are looked at before a body is
 * read; the signature covers the raw bytes; one that changes something is taken once.
 */
export function createGate({ db, findKey, now }: Host): Gate {
  const claim = db.grouped(claimSignatures)
  const known = new WeakMap<FastifyRequest, Signed>()
  return {
    hooksFor: scope => ({
      async onRequest(request, reply) {
        const signed = await readKey(request, { findKey, now })
        if (!signed.ok) return sendFault(reply, signed)
        known.set(request, signed.value)
      },
      async preHandler(request, reply) {
        const signed = known.get(request)
        const refusal = signed
          ? await verify(request, signed, { scope, now, claim })
          : fault('request/unauthorised')
        if (refusal) return sendFault(reply, refusal)
      },
    }),
    keyIdOf: request => known.get(request)?.key.id ?? '',
  }
}

async function readKey(
  { headers }: FastifyRequest,
  { findKey, now }: Pick<Host, 'findKey' | 'now'>,
): Promise<Result<Signed>> {
  const id = headers['x-parley-key']
  const key = typeof id === 'string' ? await findKey(id) : null
  if (!key) return fault('request/unauthorised', 'X-Parley-Key names no key of this engine.')
  const signature = readSignature(headers['x-signature'], now())
  return signature.ok ? ok({ key, signature: signature.value }) : signature
}

type Needs = Readonly<{
  scope: Scope
  now: () => number
  claim: (signature: SeenSignature) => Promise<boolean>
}>

async function verify(
  { body, method }: FastifyRequest,
  { key, signature }: Signed,
  { scope, now, claim }: Needs,
): Promise<Fault | null> {
  if (!isSignedWith(key.secrets, signature, Buffer.isBuffer(body) ? body : NOTHING))
    return fault('request/unauthorised', 'The signature does not fit the body.')
  // Only who has the key is told what it may do.
  if (!mayDo(key.scopes, scope))
    return fault('request/out-of-scope', `It needs ${scope}; this key may ${key.scopes.join(', ')}.`)
  if (method === 'GET' || method === 'HEAD') return null
  const isFirst = await claim({ mac: signature.hex, at: now() })
  return isFirst ? null : fault('request/replayed', 'Sign it again with the present time.')
}
