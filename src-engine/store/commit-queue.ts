import type { EngineDb } from './db.ts'

type Job = Readonly<{
  work: () => unknown
  resolve: (value: never) => void
  reject: (error: unknown) => void
}>

/**
 * Group commit: all that was asked for in one turn of the event loop is written in one transaction, and nobody hears
 * of success before it is on the disk. One job that throws takes back its own writes only.
 */
export class CommitQueue {
  private readonly db: EngineDb
  private jobs: Job[] = []

  constructor(db: EngineDb) {
    this.db = db
  }

  run<T>(work: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.jobs.push({ work, resolve, reject })
      if (this.jobs.length === 1) setImmediate(() => this.flush())
    })
  }

  private flush(): void {
    const jobs = this.jobs
    this.jobs = []
    try {
      const settle = this.db.atomically(() => jobs.map(job => this.attempt(job)))
      for (const done of settle) done()
    } catch (error) {
      for (const { reject } of jobs) reject(error)
    }
  }

  private attempt({ work, resolve, reject }: Job): () => void {
    try {
      const value = this.db.atomically(work)
      return () => resolve(value as never)
    } catch (error) {
      return () => reject(error)
    }
  }
}
