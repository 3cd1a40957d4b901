import { describe, expect, test } from 'vitest'
import {
  botState,
  nextState,
  TRANSITIONS,
  type Transition,
  VERSION_STATES,
  type VersionState,
} from '../../../src-shared/lifecycle/lifecycle.ts'
import {
  activateVersion,
  deactivateVersion,
  publishVersion,
} from '../../../src-shared/lifecycle/version-list.ts'

/** requirements.md KAL-18; what is not here is refused. */
const ALLOWED: Readonly<Record<Transition, Partial<Record<VersionState, VersionState>>>> = {
  publish: { drafted: 'published', published: 'published' },
  activate: { published: 'active', deactivated: 'active' },
  deactivate: { active: 'deactivated' },
  archive: { drafted: 'archived', published: 'archived', deactivated: 'archived' },
}

describe('the table of KAL-18', () => {
  const rows = VERSION_STATES.flatMap(state =>
    TRANSITIONS.map(transition => ({ state, transition, to: ALLOWED[transition][state] ?? null })),
  )
  test.each(rows)('$state, $transition → $to', ({ state, transition, to }) => {
    const next = nextState(state, transition)
    expect(next.ok ? next.value : null).toBe(to)
    if (!next.ok) expect(next.code).toMatch(/^lifecycle\//)
  })

  test('activating a draft says that it must be published first', () => {
    expect(nextState('drafted', 'activate')).toMatchObject({ code: 'lifecycle/not-published' })
  })
})

test.each<[VersionState[], string]>([
  [[], 'in_progress'],
  [['archived'], 'archived'],
  [['archived', 'drafted'], 'drafted'],
  [['published', 'drafted'], 'published'],
  [['deactivated', 'published'], 'deactivated'],
  [['drafted', 'active', 'deactivated'], 'active'],
])('a bot whose versions are %j shows %s (D-03)', (states, shown) => expect(botState(states)).toBe(shown))

test('a version that is not there is named', () => {
  const number = { major: 7, minor: 1 }
  for (const result of [
    publishVersion([], number),
    activateVersion([], number),
    deactivateVersion([], number),
  ]) {
    expect(result).toMatchObject({ ok: false, code: 'store/not-found' })
    expect(!result.ok && result.message).toContain('7.1')
  }
})
