import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Fault, fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { isSignedWith, readSignature, type Signature } from '../../src-shared/publish/sign-request.ts'
import type { SigningKeys } from '../signing-keys.ts'
import type { EngineDb } from '../store/db.ts'
import { claimSignatures, type SeenSignature } from '../store/signatures.ts'
import { sendFault } from './problem-document.ts'

type Host = Readonly<{ db: EngineDb; keys: SigningKeys; now: () => number }>
type Claim = (signature: SeenSignature) => Promise<boolean>

const NOTHING = Buffer.alloc(0)

/**
 * Lets only signed requests in (requirements.md NHN-140, protocol.ts). Key and time are looked at before a body is
 * read; the signature covers the raw bytes; one that changes something is taken once.
 */
export function requireSignature(app: FastifyInstance, host: Host): void {
  app.addHook('onRequest', async (request, reply) => {
    const known = readKey(request, host)
    if (!known.ok) return sendFault(reply, known)
  })
  const claim: Claim = host.db.grouped(claimSignatures)
  app.addHook('preHandler', async (request, reply) => {
    const refusal = await verify(request, host, claim)
    if (refusal) return sendFault(reply, refusal)
  })
}

/** The id of the key a request was signed with, once it was let in. */
export function keyIdOf(request: FastifyRequest): string {
  return String(request.headers['x-parley-key'])
}

async function verify(request: FastifyRequest, host: Host, claim: Claim): Promise<Fault | null> {
  const known = readKey(request, host)
  if (!known.ok) return known
  const body = Buffer.isBuffer(request.body) ? request.body : NOTHING
  if (!isSignedWith(known.value.secrets, known.value.signature, body))
    return fault('request/unauthorised', 'The signature does not fit the body.')
  if (request.method === 'GET' || request.method === 'HEAD') return null
  const { hex } = known.value.signature
  const isFirst = await claim({ mac: hex, at: host.now() })
  return isFirst ? null : fault('request/replayed', 'Sign it again with the present time.')
}

function readKey(
  request: FastifyRequest,
  { keys, now }: Host,
): Result<{ secrets: readonly string[]; signature: Signature }> {
  const secrets = keys.get(keyIdOf(request))
  if (!secrets) return fault('request/unauthorised', 'X-Parley-Key names no key of this engine.')
  const signature = readSignature(request.headers['x-signature'], now())
  return signature.ok ? ok({ secrets, signature: signature.value }) : signature
}
