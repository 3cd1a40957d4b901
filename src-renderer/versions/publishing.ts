import { create } from 'zustand'
import type { BotId } from '../../src-shared/document/ids.ts'
import type { EngineAccount } from '../../src-shared/ipc/engine-calls.ts'
import type { PublishJob } from '../../src-shared/ipc/publish-calls.ts'
import { client, onNotice } from '../ipc/client.ts'
import { useWorkbench } from '../state/workbench.ts'

/** What the publish dialog is opened for; null leaves the version to the dialog. */
export type Wish = Readonly<{ action: Exclude<PublishJob['action'], 'stage'>; version: string | null }>

const NO_WISH: Wish = { action: 'publish', version: null }

type Publishing = Readonly<{
  /** null until they are read. */
  engines: readonly EngineAccount[] | null
  /** Jobs of `bot`, oldest first. */
  jobs: readonly PublishJob[]
  bot: BotId | null
  wish: Wish
  /** Counts the times keys became readable: what could not be asked before can be asked again. */
  unlocks: number
}>

export const usePublishing = create<Publishing>()(() => ({
  engines: null,
  jobs: [],
  bot: null,
  wish: NO_WISH,
  unlocks: 0,
}))

/** Opens the publish dialog for one step of one version. */
export function askTo(wish: Wish): void {
  usePublishing.setState({ wish })
  useWorkbench.setState({ dialog: 'publish' })
}

export function forgetWish(): void {
  usePublishing.setState({ wish: NO_WISH })
}

export async function loadEngines(): Promise<void> {
  const answer = await client['engines.list']()
  if (answer.ok) usePublishing.setState({ engines: answer.value })
  else useWorkbench.setState({ banner: { tone: 'error', message: answer.message } })
}

/** Reads engines and jobs, and follows the jobs while the view that asked for it is there. */
export function watchPublishing(): () => void {
  const { bot } = useWorkbench.getState()
  if (usePublishing.getState().bot !== bot) usePublishing.setState({ bot, jobs: [] })
  const stop = onNotice(notice => {
    if (notice.type === 'publishJob') putJob(notice.job)
  })
  void loadEngines()
  void loadJobs()
  return stop
}

async function loadJobs(): Promise<void> {
  const { bot } = useWorkbench.getState()
  if (!bot) return
  const answer = await client['publish.jobs']({ bot })
  if (answer.ok) usePublishing.setState({ bot, jobs: answer.value })
}

export function putJob(job: PublishJob): void {
  usePublishing.setState(({ bot, jobs }) => {
    if (job.bot !== bot) return {}
    const at = jobs.findIndex(({ id }) => id === job.id)
    return { jobs: at < 0 ? [...jobs, job] : jobs.with(at, job) }
  })
}

/** Tries a job now that waits or failed. */
export async function retryJob(id: string): Promise<void> {
  const answer = await client['publish.retry']({ id })
  if (answer.ok) putJob(answer.value)
  else useWorkbench.setState({ banner: { tone: 'error', message: answer.message } })
}

/** Takes back a job that was not sent, or puts away one that failed. */
export async function cancelJob(id: string): Promise<void> {
  const answer = await client['publish.cancel']({ id })
  if (!answer.ok) useWorkbench.setState({ banner: { tone: 'error', message: answer.message } })
  await loadJobs()
}
