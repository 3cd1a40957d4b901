import type { BlockRecord } from '../../document/records.ts'
import { studyIdOf, type Verdict } from '../../document/study.ts'
import { say } from '../../kit/say.ts'
import { named } from '../../kit/sentences/named.ts'
import { botCheck } from '../check.ts'
import type { Issue } from '../issue.ts'

/**
 * What the feasibility studies say of the blocks that call other systems (requirements.md KAL-08). As long as nobody has
 * begun with the checklist, a call nobody studied is work in progress.
 */
export const checkStudies = botCheck(['integrations', 'isOnboarding', 'studies'], facts => {
  const { integrations, isOnboarding, studies } = facts
  const verdicts = new Map(studies.map(({ id, verdict }) => [id, verdict]))
  return integrations.flatMap(block => {
    const verdict = verdicts.get(studyIdOf(block.id)) ?? (isOnboarding ? 'unknown' : 'feasible')
    return issuesOf(block, verdict)
  })
})

function issuesOf(block: BlockRecord, verdict: Verdict): readonly Issue[] {
  switch (verdict) {
    case 'feasible':
    case 'with-changes':
      return []
    case 'unknown': {
      const words = say('study/unknown', { block: named(block) })
      return [{ code: 'study/unknown', severity: 'warning', ...words, record: block.id }]
    }
    case 'not-feasible': {
      const words = say('study/not-feasible', { block: named(block) })
      return [{ code: 'study/not-feasible', severity: 'error', ...words, record: block.id }]
    }
  }
}
