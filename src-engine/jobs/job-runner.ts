import { EventEmitter } from 'node:events'
import { Logger, parseCronItems, type Runner, run, type TaskList } from 'graphile-worker'
import pg from 'pg'
import { postgresPool } from '../store/postgres-pool.ts'

type Options = Readonly<{
  databaseUrl: string
  tasks: TaskList
  /** Done in one process, every minute. */
  everyMinute: readonly string[]
  /** Called every second, in every process. */
  onSweep: () => Promise<void>
  onBug: (error: unknown) => void
}>

/** Jobs of one process at once: they wait for other systems most of the time. */
const CONCURRENCY = 20
const CONNECTIONS = 4
/** How often a job is looked for that nobody was told of, which is one whose time has come. */
const POLL_MS = 500
const SWEEP_MS = 1000
/** A process that has just begun, or lost its connection, may not hold its lock yet. */
const GRACE_SECONDS = 3
/** Tells the locks that say who lives from all others. */
const ALIVE = 1

/**
 * Does the jobs of a database with graphile-worker, beside the other processes that do. A process says that it lives
 * by holding a lock named after its pool of workers, which ends with its connection; the jobs of one that ended without giving
 * them back are given back by the others.
 */
export class JobRunner {
  private readonly options: Options
  private readonly workers: string[] = []
  private readonly pool: pg.Pool
  private runner: Runner | null = null
  private alive: pg.Client | null = null
  private timer: NodeJS.Timeout | undefined
  private sweeping: Promise<void> = Promise.resolve()

  constructor(options: Options) {
    this.options = options
    this.pool = postgresPool({ connectionString: options.databaseUrl, max: CONNECTIONS })
  }

  async start(): Promise<void> {
    const { tasks, everyMinute } = this.options
    const events = new EventEmitter()
    events.on('pool:create', ({ workerPool }) => this.workers.push(workerPool.id))
    this.runner = await run({
      pgPool: this.pool,
      concurrency: CONCURRENCY,
      pollInterval: POLL_MS,
      noHandleSignals: true,
      events,
      // What went wrong in a task is said by the task.
      logger: new Logger(() => () => {}),
      taskList: tasks,
      parsedCronItems: parseCronItems(everyMinute.map(task => ({ task, match: '* * * * *' }))),
    })
    this.runner.promise.catch(error => this.options.onBug(error))
    await this.sweep()
    this.timer = setInterval(() => {
      this.sweeping = this.sweep().catch(error => this.options.onBug(error))
    }, SWEEP_MS)
    this.timer.unref()
  }

  async close(): Promise<void> {
    clearInterval(this.timer)
    await this.sweeping
    await this.runner?.stop().catch(() => {})
    await this.alive?.end().catch(() => {})
    await this.pool.end()
  }

  private async sweep(): Promise<void> {
    const client = await this.aliveClient()
    await client.query(
      `
      select graphile_worker.force_unlock_workers(array_agg(id)) from (
        select distinct locked_by as id from graphile_worker._private_jobs
        where locked_at < now() - interval '${GRACE_SECONDS} seconds'
      ) busy where pg_try_advisory_xact_lock(hashtextextended(id, ${ALIVE})) and not id = any($1) having count(*) > 0`,
      [this.workers],
    )
    await this.options.onSweep()
  }

  /** The connection that says this process lives; another one after the server was away. */
  private async aliveClient(): Promise<pg.Client> {
    if (this.alive) return this.alive
    const client = new pg.Client({ connectionString: this.options.databaseUrl })
    client.on('error', () => {
      this.alive = null
    })
    await client.connect()
    await client.query(`select pg_advisory_lock(hashtextextended(id, ${ALIVE})) from unnest($1::text[]) id`, [
      this.workers,
    ])
    this.alive = client
    return client
  }
}
