import type { FaultCode } from '../../src-shared/kit/faults.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type { ProactiveResult, ProactiveResults } from '../../src-shared/publish/proactive-protocol.ts'

/** Why a message is refused, alone or among others, besides what is wrong with its recipient. */
export const REFUSALS = [
  'channel/unverified',
  'contact/restricted',
  'proactive/no-opt-in',
  'proactive/opted-out',
  'proactive/window-closed',
  'proactive/unfit',
  'proactive/no-entry',
  'proactive/not-active',
  'proactive/busy',
  'proactive/key-reused',
  'media/refused',
  'media/too-large',
  'request/too-many',
] as const satisfies readonly FaultCode[]

const OF_RECIPIENTS = [
  'proactive/unknown-channel',
  'proactive/bad-recipient',
] as const satisfies readonly FaultCode[]

/** The one result of a request for one person: refused, it is a fault of its own. */
export function resultOf({
  results: [first],
}: ProactiveResults): Result<Extract<ProactiveResult, { status: 'accepted' }>> {
  if (first?.status === 'accepted') return ok(first)
  const code = [...REFUSALS, ...OF_RECIPIENTS].find(known => known === first?.code)
  return code && first ? { ...fault(code), message: first.message } : fault('internal/bug')
}
