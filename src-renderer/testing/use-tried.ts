import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TestcaseId } from '../../src-shared/document/ids.ts'
import type { NamedConversation } from '../../src-shared/testing/behaviour-difference.ts'
import { recordTestcase } from '../../src-shared/testing/record-testcase.ts'
import { useTalk } from '../simulator/talk.ts'

/** The conversation in the simulator, where there is one. */
export function useTried(): readonly NamedConversation[] {
  const { t } = useTranslation()
  const simulation = useTalk(state => state.simulation)
  return useMemo(() => {
    if (!simulation || simulation.turns.length === 0) return []
    const name = t('tests.behaviour.tried')
    return [recordTestcase(simulation, { id: 'test_tried' as TestcaseId, name, tags: [], match: 'exact' })]
  }, [simulation, t])
}
