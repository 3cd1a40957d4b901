import type { PublishJob } from '../../src-shared/ipc/publish-calls.ts'

/** A job as people see it: waiting for its turn, held by an engine out of reach, or by keys that are locked. */
export const JOB_PHASES = ['waiting', 'sending', 'held', 'locked', 'done', 'failed'] as const
export type JobPhase = (typeof JOB_PHASES)[number]

export function jobPhase({ state, fault }: Pick<PublishJob, 'state' | 'fault'>): JobPhase {
  if (state !== 'waiting' || !fault) return state
  return fault.code === 'secret/unavailable' ? 'locked' : 'held'
}
