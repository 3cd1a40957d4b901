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
/**
 * That a job was taken or is done need not outlive a power cut of the server: it is then done again, which changes
 * nothing, for what is to be done is in the data. Asking for jobs is durable, in the transactions of what they are about.
 */
const BOOKKEEPING = '-c synchronous_commit=off'
/** How often a job is looked for that nobody was told of, which is one whose time has come. */
const POLL_MS = 500
const SWEEP_MS = 1000
/** Tells the locks that say who lives from all others. */
const ALIVE = 1

/**
 * Does the jobs of a database with graphile-worker, beside the other processes that do. A process says that it lives
 * by holding a lock named after its pool of workers, which ends with its connection; the jobs of one that ended without
 * giving them back are given back by the others.
 */
export class JobRunner {
  private readonly options: Options
  private readonly pool: pg.Pool
  private readonly names: string[] = []
  private runner: Runner | null = null
  private alive: Promise<pg.Client> | null = null
  private timer: NodeJS.Timeout | undefined
  private sweeping: Promise<void> | null = null
  private isClosing = false

  constructor(options: Options) {
    this.options = options
    this.pool = postgresPool({
      ...{ connectionString: options.databaseUrl, max: CONNECTIONS },
      options: BOOKKEEPING,
    })
  }

  async start(): Promise<void> {
    await this.sweep()
    this.timer = setInterval(() => void this.trySweep(), SWEEP_MS)
    this.timer.unref()
  }

  async close(): Promise<void> {
    this.isClosing = true
    clearInterval(this.timer)
    await this.sweeping
    await this.runner?.stop().catch(() => {})
    const client = await this.alive?.catch(() => null)
    await client?.end().catch(() => {})
    await this.pool.end()
  }

  /** One after the other, however long the server is away. */
  private trySweep(): Promise<void> {
    this.sweeping ??= this.sweep()
      .catch(error => this.options.onBug(error))
      .finally(() => {
        this.sweeping = null
      })
    return this.sweeping
  }

  private async sweep(): Promise<void> {
    this.runner ??= await this.begin()
    const client = await this.aliveClient()
    await client.query(
      `select graphile_worker.force_unlock_workers(array_agg(id)) from (
         select distinct locked_by as id from graphile_worker._private_jobs where locked_by <> all($1)
       ) busy where pg_try_advisory_xact_lock(hashtextextended(id, ${ALIVE})) having count(*) > 0`,
      [this.names],
    )
    await this.options.onSweep()
  }

  private async begin(): Promise<Runner> {
    const { tasks, everyMinute } = this.options
    const events = new EventEmitter()
    events.on('pool:create', ({ workerPool }) => {
      this.names.push(workerPool.id)
      this.alive = null
    })
    const runner = await run({
      pgPool: this.pool,
      concurrency: CONCURRENCY,
      pollInterval: POLL_MS,
      noHandleSignals: true,
      events,
      // Told one by one, that a job is done is lost with the connection as a rejection nobody hears, which ends the
      // process; told in batches, it ends the workers.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      // What went wrong in a task is said by the task.
      logger: new Logger(() => () => {}),
      // Nobody takes a job before it can be seen that this process lives.
      forbiddenFlags: () => this.aliveClient().then(() => null),
      taskList: tasks,
      parsedCronItems: parseCronItems(everyMinute.map(task => ({ task, match: '* * * * *' }))),
    })
    // It gives up when the server goes away; the next sweep begins another, and does not wait until this one has ended.
    const forget = () => {
      if (this.runner === runner) this.disown()
    }
    for (const end of ['pool:fatalError', 'pool:gracefulShutdown'] as const) events.on(end, forget)
    runner.promise.then(forget, error => {
      forget()
      if (!this.isClosing) this.options.onBug(error)
    })
    return runner
  }

  /** Nothing is done any more under the names there were: jobs that could not be given back are anybody's. */
  private disown(): void {
    if (this.isClosing) return
    this.runner = null
    this.names.splice(0)
    const { alive } = this
    this.alive = null
    alive?.then(client => client.end()).catch(() => {})
  }

  /** The connection that says this process lives; another one after the server was away. */
  private aliveClient(): Promise<pg.Client> {
    const known = this.alive
    if (known) return known
    const made = this.connect()
    this.alive = made
    made.catch(() => {
      if (this.alive === made) this.alive = null
    })
    return made
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.options.databaseUrl })
    client.on('error', () => {
      this.alive = null
    })
    await client.connect()
    const sql = `select pg_advisory_lock(hashtextextended(id, ${ALIVE})) from unnest($1::text[]) id`
    await client.query(sql, [this.names])
    return client
  }
}
