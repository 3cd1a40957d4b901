import { FAULTS, type FaultCode } from '../../src-shared/kit/faults.ts'
import type { ListedRoute } from './add-route.ts'
import { statusOfFault } from './problem-document.ts'

/** What a route refuses, by status, with the sentences of its faults: what every route of its kind does, and its own. */
export function faultsOfRoute(route: ListedRoute): ReadonlyMap<number, readonly FaultCode[]> {
  const byStatus = new Map<number, FaultCode[]>()
  for (const code of new Set([...commonFaults(route), ...(route.refuses ?? [])])) {
    const status = statusOfFault(code)
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return new Map([...byStatus].sort(([a], [b]) => a - b))
}

/** The sentences of some faults, as a list. */
export function saysOf(codes: readonly FaultCode[]): string {
  return codes.map(code => `\`${code}\`: ${FAULTS[code]}`).join('\n')
}

const SIGNED = [
  'request/unauthorised',
  'request/stale',
  'request/out-of-scope',
  'request/wrong-address',
  'request/too-many',
] as const

function commonFaults({ scope, method, params, query, body }: ListedRoute): readonly FaultCode[] {
  const takesBody = method === 'POST' || method === 'PUT'
  const isSigned = scope !== null
  return [
    ...(params || query || body || takesBody ? (['request/invalid'] as const) : []),
    ...(isSigned ? SIGNED : []),
    ...(isSigned && method !== 'GET' ? (['request/replayed'] as const) : []),
    ...(takesBody ? (['request/too-large', 'request/unsupported-type'] as const) : []),
    'internal/bug',
    'engine-data/away',
    'engine-data/sealed',
  ]
}
