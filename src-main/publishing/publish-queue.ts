import type { BotId } from '../../src-shared/document/ids.ts'
import type { Notice } from '../../src-shared/ipc/contract.ts'
import type { PublishJob } from '../../src-shared/ipc/publish-calls.ts'
import { type Fault, fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type { BotStatus } from '../../src-shared/publish/protocol.ts'
import type { PublishClient } from '../../src-shared/publish/publish-client.ts'
import type { WriteDb } from '../store/db.ts'
import { noteEvent } from '../store/designer-events.ts'
import { mirrorStatus } from '../store/mirror-status.ts'
import {
  deleteJob,
  findJob,
  insertJob,
  jobsOfBot,
  openJobs,
  type StoredJob,
  updateJob,
} from '../store/publish-jobs.ts'
import { runJob } from './run-job.ts'

/** What the queue is given from outside; `after` runs something later and answers what calls it off. */
export type QueueHost = Readonly<{
  db: WriteDb
  clientFor: (engine: string) => Promise<Result<PublishClient>>
  now: () => number
  after: (ms: number, run: () => void) => () => void
  notify: (notice: Notice) => void
  log: (error: unknown) => void
}>

/** Waits for the engine, the network, or the passphrase; everything else needs somebody to change something. */
const PASSING: readonly string[] = [
  'engine/unreachable',
  'engine/timeout',
  'engine/bad-answer',
  'secret/unavailable',
]

const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 300_000

/** Progress worth telling the window about. */
const STEP = 0.01

/**
 * Jobs on their way to engines, kept in the library until they are done (KAL-12: offline is queued). Jobs of one bot
 * on one engine go in the order they were asked for; a job that cannot get through holds up those behind it and is
 * tried again, at growing distances, at the next start, or when somebody asks.
 */
export class PublishQueue {
  private readonly host: QueueHost
  private readonly running = new Set<string>()
  private readonly resting = new Map<string, () => void>()
  private readonly progress = new Map<string, number>()
  private stopped = false

  constructor(host: QueueHost) {
    this.host = host
  }

  add(job: StoredJob): PublishJob {
    insertJob(this.host.db, job)
    this.runNow(laneOf(job))
    return this.toShown(findJob(this.host.db, job.id) ?? job)
  }

  list(bot: BotId): readonly PublishJob[] {
    return jobsOfBot(this.host.db, bot).map(job => this.toShown(job))
  }

  /** Tries everything that waits; what was under way when the last run ended is begun again. */
  wake(): void {
    for (const job of openJobs(this.host.db)) {
      const lane = laneOf(job)
      if (job.state === 'sending' && !this.running.has(lane))
        updateJob(this.host.db, { ...job, state: 'waiting' })
      this.runNow(lane)
    }
  }

  retry(id: string): Result<PublishJob> {
    const job = findJob(this.host.db, id)
    if (!job) return fault('store/not-found')
    if (job.state === 'failed') this.change({ ...job, state: 'waiting', fault: null })
    this.runNow(laneOf(job))
    return ok(this.toShown(findJob(this.host.db, id) ?? job))
  }

  cancel(id: string): Result<null> {
    const job = findJob(this.host.db, id)
    if (!job) return fault('store/not-found')
    if (job.state === 'sending')
      return fault('request/not-acceptable', 'It is on its way to the engine at this moment.')
    if (job.state === 'done') return fault('request/not-acceptable', 'It is done.')
    deleteJob(this.host.db, id)
    return ok(null)
  }

  /** Gives up what waits for an engine that was removed. */
  abandon(engine: string): void {
    for (const job of openJobs(this.host.db))
      if (job.engine === engine)
        this.change({
          ...job,
          state: 'failed',
          fault: toJobFault(fault('store/not-found', 'The engine was removed.')),
        })
  }

  /** Begins nothing more; for the end of the program. */
  stop(): void {
    this.stopped = true
    for (const callOff of this.resting.values()) callOff()
    this.resting.clear()
  }

  private runNow(lane: string): void {
    this.resting.get(lane)?.()
    this.resting.delete(lane)
    if (this.running.has(lane) || this.stopped) return
    this.running.add(lane)
    this.runLane(lane).catch(this.host.log)
  }

  private async runLane(lane: string): Promise<void> {
    try {
      for (let job = this.nextOf(lane); job && !this.stopped; job = this.nextOf(lane)) {
        const begun: StoredJob = { ...job, state: 'sending', attempts: job.attempts + 1, fault: null }
        this.change(begun)
        const ended = await this.attempt(begun)
        this.progress.delete(job.id)
        if (this.stopped) return
        if (this.settle(begun, ended).state === 'waiting') return this.rest(lane, begun.attempts)
      }
    } finally {
      // At once with the last look for a job, so that none is added in between and then forgotten.
      this.running.delete(lane)
    }
  }

  private nextOf(lane: string): StoredJob | undefined {
    return openJobs(this.host.db).find(job => laneOf(job) === lane)
  }

  private async attempt(job: StoredJob): Promise<Result<BotStatus>> {
    const client = await this.host.clientFor(job.engine)
    if (!client.ok) return client
    return runJob({
      db: this.host.db,
      client: client.value,
      job,
      onProgress: fraction => this.advance(job, fraction),
    })
  }

  private advance(job: StoredJob, fraction: number): void {
    if (fraction < 1 && fraction - (this.progress.get(job.id) ?? 0) < STEP) return
    this.progress.set(job.id, fraction)
    this.host.notify({ type: 'publishJob', job: this.toShown(job) })
  }

  /** What the engine said and that the job is done are one transaction: neither is ever seen without the other. */
  private settle(job: StoredJob, ended: Result<BotStatus>): StoredJob {
    const { db, now, notify } = this.host
    if (!ended.ok) {
      const state = PASSING.includes(ended.code) ? 'waiting' : 'failed'
      return this.change({ ...job, state, fault: toJobFault(ended) })
    }
    const done: StoredJob = { ...job, state: 'done', fault: null }
    const { bot, engine, actor, reason } = job
    const changed = db.transaction(() => {
      updateJob(db, done)
      noteEvent(db, eventOf(job, now()))
      return ok(mirrorStatus(db, { engine, bot, status: ended.value, actor, reason, at: now() }))
    })
    notify({ type: 'publishJob', job: this.toShown(done) })
    if (changed.ok && changed.value) notify({ type: 'versionsChanged', bot })
    return done
  }

  private rest(lane: string, attempts: number): void {
    const wait = Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS)
    this.resting.set(
      lane,
      this.host.after(wait, () => this.runNow(lane)),
    )
  }

  private change(job: StoredJob): StoredJob {
    updateJob(this.host.db, job)
    this.host.notify({ type: 'publishJob', job: this.toShown(job) })
    return job
  }

  private toShown({ reason, conversations, message, staging, actor, ...job }: StoredJob): PublishJob {
    return { ...job, progress: job.state === 'done' ? 1 : (this.progress.get(job.id) ?? 0) }
  }
}

function eventOf({ bot, action, version, reason, staging, actor }: StoredJob, at: number) {
  const detail = { ...(reason !== '' && { reason }), ...(staging && { percent: staging.percent }) }
  return { bot, action, version, detail, actor, at }
}

function laneOf({ engine, bot }: Pick<StoredJob, 'engine' | 'bot'>): string {
  return `${engine} ${bot}`
}

function toJobFault({ code, message, problems }: Fault): PublishJob['fault'] {
  return problems ? { code, message, problems } : { code, message }
}
