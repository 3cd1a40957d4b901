import type { ArgsOf } from '../../src-shared/ipc/contract.ts'
import type { PublishJob } from '../../src-shared/ipc/publish-calls.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { client } from '../ipc/client.ts'
import { useWorkbench } from '../state/workbench.ts'
import { finishAndSave } from './finish-and-save.ts'
import type { PublishPlan } from './publish-plan.ts'
import { putJob } from './publishing.ts'

/**
 * Carries a plan out: saves, then hands the other steps to the queue of the main process, which goes on with them
 * also when the dialog or the window is closed, or the engine cannot be reached (KAL-12). `reason` says why it is
 * published although tests fail.
 */
export async function runPlan(
  plan: PublishPlan,
  engine: string,
  reason: string,
): Promise<Result<readonly PublishJob[]>> {
  let { version } = plan
  if (plan.saves) {
    const saved = await finishAndSave(reason)
    if (!saved.ok) return saved
    version = saved.value.version.version
  }
  const jobs: PublishJob[] = []
  if (plan.publishes) {
    const job = await startJob({ engine, action: 'publish', version, reason })
    if (!job.ok) return job
    jobs.push(job.value)
  }
  if (plan.activates) {
    const job = await startJob({ engine, action: 'activate', version })
    if (!job.ok) return job
    jobs.push(job.value)
  }
  if (plan.stages) {
    const { staging } = plan.stages
    const job = await startJob({ engine, action: 'stage', version, staging })
    if (!job.ok) return job
    jobs.push(job.value)
  }
  return ok(jobs)
}

type Wish = Pick<ArgsOf<'publish.start'>, 'engine' | 'action' | 'version'> &
  Partial<Pick<ArgsOf<'publish.start'>, 'reason' | 'conversations' | 'message' | 'staging'>>

/** Puts one step into the queue. */
export async function startJob(wish: Wish): Promise<Result<PublishJob>> {
  const { bot } = useWorkbench.getState()
  if (!bot) return fault('store/not-found')
  const job = await client['publish.start']({ bot, reason: '', conversations: 'finish', ...wish })
  if (job.ok) putJob(job.value)
  return job
}
