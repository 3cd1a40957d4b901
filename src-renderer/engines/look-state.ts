import type { Fault } from '../../src-shared/kit/result.ts'

export type LookState = 'there' | 'away' | 'refused' | 'trouble' | 'locked'

/** What became of asking an engine, in one word; null is no fault. */
export function lookState(fault: Pick<Fault, 'code'> | null): LookState {
  switch (fault?.code) {
    case undefined:
      return 'there'
    case 'engine/unreachable':
    case 'engine/timeout':
      return 'away'
    case 'engine/unauthorised':
    case 'request/out-of-scope':
    case 'request/wrong-address':
    case 'secret/missing':
      return 'refused'
    case 'secret/unavailable':
      return 'locked'
    default:
      return 'trouble'
  }
}
