import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Fault, fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { mayDo, type Scope } from '../../src-shared/publish/scopes.ts'
import { isSignedWith, readSignature, type Signature } from '../../src-shared/publish/sign-request.ts'
import type { Caller, KeyRing, SigningKey } from '../keys/key-ring.ts'
import { AUDIT, appendAudit } from '../store/audit.ts'
import type { EngineDb } from '../store/db.ts'
import { claimSignatures, type SeenSignature } from '../store/signatures.ts'
import type { Gate } from './add-route.ts'
import { isWithin } from './address-list.ts'
import { BLOCK_MS, FailedAttempts } from './failed-attempts.ts'
import { nativeMac } from './native-mac.ts'
import { sendFault } from './problem-document.ts'
import { RateLimiter } from './rate-limiter.ts'

type Host = Readonly<{ db: EngineDb; keys: KeyRing; now: () => number }>
type Signed = Readonly<{ key: SigningKey; signature: Signature }>
/** `signature` is null for who came with a token. */
type Known = Signed | Readonly<{ key: Caller; signature: null }>

const NOTHING = Buffer.alloc(0)
/** How often it is written down that a key was used from one wrong address: once an hour. */
const TOLD = { burst: 1, perSecond: 1 / 3600 }

/**
 * Lets only signed requests in (requirements.md NHN-140, protocol.ts), and tokens where a route takes them. Key and time
 * are looked at before a body is read; the signature covers the raw bytes; one that changes something is taken once.
 */
export function createGate({ db, keys, now }: Host): Gate {
  const claim = db.grouped(claimSignatures)
  const known = new WeakMap<FastifyRequest, Known>()
  const attempts = new FailedAttempts()
  const told = new RateLimiter(TOLD)
  const refuse = (request: FastifyRequest, reply: FastifyReply, refusal: Fault) => {
    if (refusal.code === 'request/unauthorised' && attempts.fail(request.ip, now()))
      request.log.warn({ address: request.ip, blockedMs: BLOCK_MS }, 'blocked after failed sign-ins')
    return sendFault(reply, refusal)
  }
  const fromWrong = async ({ ip }: FastifyRequest, key: Caller): Promise<Fault | null> => {
    if (isWithin(ip, key.addresses)) return null
    if (told.take(`${key.id} ${ip}`, now()))
      await db.atomically(async tx => {
        await tx.lock([AUDIT])
        const detail = { address: ip }
        await appendAudit(tx, {
          at: now(),
          key: key.id,
          action: 'key.wrongAddress',
          bot: '',
          version: '',
          detail,
        })
      })
    return fault('request/wrong-address', `${ip} is not in its list.`)
  }
  return {
    hooksFor: ({ scope, token = false }) => ({
      async onRequest(request, reply) {
        if (attempts.isBlocked(request.ip, now())) {
          reply.header('retry-after', String(BLOCK_MS / 1000))
          return sendFault(
            reply,
            fault('request/too-many', 'Too many of them were not signed as they should be.'),
          )
        }
        const caller = await (token && isBearer(request)
          ? readToken(request, keys)
          : readKey(request, keys, now()))
        if (!caller.ok) return refuse(request, reply, caller)
        known.set(request, caller.value)
      },
      async preHandler(request, reply) {
        const caller = known.get(request)
        const refusal = caller
          ? (isSigned(request, caller) ??
            (await fromWrong(request, caller.key)) ??
            inScope(caller.key, scope) ??
            (await once(request, caller, claim, now())))
          : fault('request/unauthorised')
        if (refusal) return refuse(request, reply, refusal)
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
  if (
    signature === null ||
    isSignedWith(key.secrets, signature, Buffer.isBuffer(body) ? body : NOTHING, nativeMac)
  )
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
