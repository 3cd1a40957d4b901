import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import { fault } from '../../src-shared/kit/result.ts'
import { sendFault } from './problem-document.ts'

/** Refuses a body of a type that is not among those a route takes, before it is read; `image/*` stands for many. */
export function refuseOtherTypes(types: readonly string[]): onRequestAsyncHookHandler {
  const detail = `Send content-type: ${types.join(' or ')}.`
  return async (request, reply) => {
    if (!hasBody(request) || types.length === 0) return
    const [sent = ''] = (request.headers['content-type'] ?? '').split(';')
    const type = sent.trim().toLowerCase()
    if (!types.some(taken => isOf(type, taken)))
      return sendFault(reply, fault('request/unsupported-type', detail))
  }
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

function isOf(type: string, taken: string): boolean {
  if (taken === '*/*') return true
  return taken.endsWith('/*') ? type.startsWith(taken.slice(0, -1)) : type === taken
}
