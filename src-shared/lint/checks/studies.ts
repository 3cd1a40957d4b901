import type { BlockRecord } from '../../document/records.ts'
import { studyIdOf, type Verdict } from '../../document/study.ts'
import { say } from '../../kit/say.ts'
import { named } from '../../kit/sentences/named.ts'
import { botCheck } from '../check.ts'
import type { Issue } from '../issue.ts'

/**
 * What the feasibility studies say of the blocks that call other systems (requirements.md KAL-08). As long as the bot is
 * bound to no channel, a call nobody studied is work in progress.
 */
export const checkStudies = botCheck(['bot', 'integrations', 'studies'], ({ bot, integrations, studies }) => {
  const verdicts = new Map(studies.map(({ id, verdict }) => [id, verdict]))
  const isBound = (bot.settings?.channels ?? []).length > 0
  return integrations.flatMap(block => {
    const verdict = verdicts.get(studyIdOf(block.id)) ?? (isBound ? 'unknown' : 'feasible')
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
