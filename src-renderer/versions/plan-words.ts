import type { PublishPlan } from './publish-plan.ts'

/** The word key of the button that carries a plan out. */
export function planWords({ saves, publishes, activates, stages }: PublishPlan): string {
  if (stages) return saves ? 'savePublishStage' : publishes ? 'publishStage' : 'stage'
  if (saves) return activates ? 'savePublishActivate' : 'savePublish'
  if (!publishes && activates) return 'activate'
  return activates ? 'publishActivate' : 'publish'
}
