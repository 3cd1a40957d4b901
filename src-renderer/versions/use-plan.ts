import { useState } from 'react'
import { useVersions } from '../state/versions.ts'
import { type Choice, mayStage, publishPlan } from './publish-plan.ts'
import type { Wish } from './publishing.ts'
import { useStageChoice } from './stage-choice.tsx'
import type { EngineStatus } from './use-engine-status.ts'
import type { WorkingState } from './working-state.ts'

/** What is chosen, and the plan it makes; `stage` is null where everybody meets it anyway. */
export function usePlan(wish: Wish, working: WorkingState, onEngine: EngineStatus) {
  const versions = useVersions(state => state.versions)
  const [picked, setPicked] = useState<Choice | null>(
    wish.version === null ? null : { type: 'version', version: wish.version },
  )
  const [activate, setActivate] = useState(wish.action === 'activate')
  const stage = useStageChoice()
  const choice = picked ?? defaultChoice(working)
  const asked = { versions, choice, activate, onEngine: onEngine.status }
  const canStage = mayStage(publishPlan(asked), onEngine.status)
  const { staging } = stage
  const isPart = canStage && stage.isPart
  const plan = publishPlan(isPart ? { ...asked, activate: staging !== null, staging } : asked)
  const isFilledIn = !isPart || staging !== null
  return { plan, choice, setPicked, activate, setActivate, stage: canStage ? stage : null, isFilledIn }
}

function defaultChoice({ state, newest }: WorkingState): Choice {
  return newest && state !== 'changed' ? { type: 'version', version: newest.version } : { type: 'working' }
}
