import type { FastifyError, FastifyReply } from 'fastify'
import { FAULTS, type FaultCode } from '../../src-shared/kit/faults.ts'
import { type Fault, fault, type Problem, type Result } from '../../src-shared/kit/result.ts'
import type { ProblemDocument } from '../../src-shared/publish/protocol.ts'

export const PROBLEM_TYPE = 'application/problem+json'

/** HTTP status of the faults an engine answers; what is not named here is a plain bad request. */
const STATUS: Partial<Readonly<Record<FaultCode, number>>> = {
  'request/unauthorised': 401,
  'request/stale': 401,
  'request/forbidden': 403,
  'request/out-of-scope': 403,
  'request/wrong-address': 403,
  'request/not-found': 404,
  'bot/not-found': 404,
  'key/not-found': 404,
  'integration/not-found': 404,
  'service/not-found': 404,
  'routing/unknown-conversation': 404,
  'request/replayed': 409,
  'key/would-lock-out': 409,
  'engine/version-conflict': 409,
  'engine/version-taken': 409,
  'channel/unverified': 409,
  'lifecycle/not-allowed': 409,
  'lifecycle/not-published': 409,
  'integration/name-taken': 409,
  'integration/in-use': 409,
  'service/name-taken': 409,
  'service/asset-taken': 409,
  'service/changed': 409,
  'routing/no-ccsp': 409,
  'routing/not-bots-turn': 409,
  'routing/closed': 410,
  'proactive/unknown-bot': 404,
  'proactive/external-id-taken': 409,
  'proactive/token-not-chosen': 403,
  'proactive/unknown-message': 404,
  'proactive/unknown-channel': 422,
  'proactive/bad-recipient': 422,
  'proactive/no-opt-in': 422,
  'proactive/opted-out': 422,
  'proactive/window-closed': 422,
  'proactive/unfit': 422,
  'proactive/no-entry': 409,
  'proactive/not-active': 409,
  'proactive/busy': 409,
  'proactive/key-reused': 409,
  'contact/held': 409,
  'contact/not-held': 404,
  'contact/restricted': 409,
  'contact/not-restricted': 404,
  'contact/unknown': 404,
  'contact/no-variable': 422,
  'contact/wrong-value': 422,
  'desk/signed-out': 401,
  'desk/wrong-password': 401,
  'desk/not-yours': 403,
  'desk/taken': 409,
  'desk/over': 409,
  'desk/not-there': 409,
  'desk/file-type': 422,
  'desk/file-size': 422,
  'request/too-large': 413,
  'request/unsupported-type': 415,
  'document/invalid': 422,
  'document/too-new': 422,
  'document/too-large': 422,
  'document/broken-reference': 422,
  'bundle/hash-mismatch': 422,
  'integration/not-verified': 422,
  'integration/refused': 422,
  'service/invalid': 422,
  'media/too-large': 413,
  'media/refused': 422,
  'engine/problems': 422,
  'request/too-many': 429,
  'internal/bug': 500,
  'engine-data/sealed': 500,
  'engine-data/away': 503,
}

export function statusOfFault(code: FaultCode): number {
  return STATUS[code] ?? 400
}

/** The problem document of a fault, as RFC 9457 and protocol.ts have it. */
export function problemOf({ code, message, problems }: Fault, status = statusOfFault(code)): ProblemDocument {
  const title = FAULTS[code]
  const detail = message.startsWith(title) ? message.slice(title.length).trim() : message
  return {
    type: `urn:parley:problem:${code}`,
    title,
    status,
    ...(detail ? { detail } : {}),
    code,
    message,
    ...(problems ? { problems: problems.map(problemIn) } : {}),
  }
}

function problemIn({ code, message, pointer }: Problem) {
  return pointer === undefined ? { code, message } : { code, message, pointer }
}

export function sendFault(reply: FastifyReply, fault: Fault): FastifyReply {
  return reply.code(statusOfFault(fault.code)).type(PROBLEM_TYPE).send(problemOf(fault))
}

/** Answers a value, or the fault there is instead of it. */
export function sendResult<T>(reply: FastifyReply, result: Result<T>): FastifyReply {
  return result.ok ? reply.send(result.value) : sendFault(reply, result)
}

/** The fault an error of the HTTP layer stands for; null for a bug of ours. */
export function faultOfError({ code, statusCode = 500, message }: FastifyError): Fault | null {
  if (code === 'engine-data/sealed') return fault(code, 'Look into the log of the engine.')
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return fault(
      'request/too-large',
      'See MAX_REQUEST_BYTES of the protocol for bundles; messages hold at most 128 kB.',
    )
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return fault('request/unsupported-type', 'Send content-type: application/json.')
  return statusCode >= 400 && statusCode < 500 ? fault('request/invalid', `${message}.`) : null
}
