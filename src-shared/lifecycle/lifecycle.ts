import { fault, ok, type Result } from '../kit/result.ts'

/** States of a version (requirements.md D-03). A bot shows the highest of its versions' states. */
export const VERSION_STATES = ['drafted', 'published', 'active', 'deactivated', 'archived'] as const
export type VersionState = (typeof VERSION_STATES)[number]

export const TRANSITIONS = ['publish', 'activate', 'deactivate', 'archive'] as const
export type Transition = (typeof TRANSITIONS)[number]

const TABLE: Readonly<Record<Transition, Readonly<{ from: readonly VersionState[]; to: VersionState }>>> = {
  publish: { from: ['drafted', 'published'], to: 'published' },
  activate: { from: ['published', 'deactivated'], to: 'active' },
  deactivate: { from: ['active'], to: 'deactivated' },
  archive: { from: ['drafted', 'published', 'deactivated'], to: 'archived' },
}

/** The state after a transition; everything the table of requirements.md KAL-18 does not name is refused. */
export function nextState(state: VersionState, transition: Transition): Result<VersionState> {
  const { from, to } = TABLE[transition]
  if (from.includes(state)) return ok(to)
  if (transition === 'activate' && state === 'drafted') return fault('lifecycle/not-published')
  return fault('lifecycle/not-allowed', `A version that is ${state} cannot ${transition}.`)
}

const RANK: Readonly<Record<VersionState, number>> = {
  archived: 0,
  drafted: 1,
  published: 2,
  deactivated: 3,
  active: 4,
}

/** What a bot shows: the highest state among its versions, or `in_progress` when nothing was saved yet (D-03). */
export function botState(states: Iterable<VersionState>): VersionState | 'in_progress' {
  let best: VersionState | null = null
  for (const state of states) if (best === null || RANK[state] > RANK[best]) best = state
  return best ?? 'in_progress'
}
