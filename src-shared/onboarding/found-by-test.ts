import type { StudyChange } from './change-study.ts'

/** What became of a test call: how long the answer took, or the code of the failure. */
export type CallOutcome = Readonly<{ ms: number } | { code: string }>

/**
 * What a test call tells a study (requirements.md KAL-08): whether the system was reached, and how long it took. Of what
 * was sent and answered nothing is written down, so no secret can be. Null where the call was not made.
 */
export function foundByTest(outcome: CallOutcome): StudyChange | null {
  if ('ms' in outcome) return { reachable: 'yes', latencyMs: Math.round(outcome.ms) }
  switch (outcome.code) {
    case 'api/unreachable':
    case 'api/timeout':
      return { reachable: 'no', latencyMs: null }
    case 'api/bad-answer':
      return { reachable: 'yes' }
    default:
      return null
  }
}
