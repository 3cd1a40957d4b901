import { mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import type { Bulk, EngineDb, Insert, NewRow, Param, Snapshot, WriteDb } from './db.ts'
import { GroupCommit } from './group-commit.ts'

type Statement = Database.Statement<unknown[]>

/**
 * Data in a file. A statement never waits, so a transaction ends in the turn of the event loop it began in; meanwhile
 * other readers are held back, for on the one connection they would see what is not committed.
 */
class SqliteDb {
  readonly isShared = false
  private readonly raw: Database.Database
  private readonly prepared = new Map<string, Statement>()
  private readonly groups = new GroupCommit(work => this.atomically(work))
  private readonly tx: WriteDb
  private isBusy = false
  private committed: (() => void)[] = []
  private last: Promise<unknown> = Promise.resolve()

  /**
   * Opens a file with the house's settings. `synchronous = FULL`: what was committed survives a power cut. The lock is
   * exclusive for as long as the process lives, because two engines on one file would answer each other's messages.
   * REPLACE does not fire delete triggers without `recursive_triggers`, and so would slip past the append-only guards.
   */
  constructor(file: string, patienceMs: number) {
    this.raw = new Database(file, { timeout: patienceMs })
    let ready = false
    try {
      this.raw.pragma('locking_mode = EXCLUSIVE')
      this.raw.pragma('journal_mode = WAL')
      this.raw.pragma('synchronous = FULL')
      this.raw.pragma('foreign_keys = ON')
      this.raw.pragma('recursive_triggers = ON')
      ready = true
    } finally {
      if (!ready) this.raw.close()
    }
    this.tx = {
      all: async (sql: string, ...params: Param[]) => this.prepare(sql).all(...params),
      get: async (sql: string, ...params: Param[]) => this.prepare(sql).get(...params),
      run: async (sql: string, ...params: Param[]) => this.prepare(sql).run(...params).changes,
      insert: async (table: string, rows: readonly NewRow[], how?: Insert) => this.insert(table, rows, how),
      // Transactions do not overlap here.
      lock: async () => {},
      onCommit: (then: () => void) => void this.committed.push(then),
    } as unknown as WriteDb
  }

  async all<Row>(sql: string, ...params: Param[]): Promise<Row[]> {
    while (this.isBusy) await this.last
    return this.prepare(sql).all(...params) as Row[]
  }

  async get<Row>(sql: string, ...params: Param[]): Promise<Row | undefined> {
    while (this.isBusy) await this.last
    return this.prepare(sql).get(...params) as Row | undefined
  }

  atomically<T>(work: (tx: WriteDb) => Promise<T>): Promise<T> {
    const done = this.last.then(() => this.transact(work))
    this.last = done.catch(() => {})
    return done
  }

  grouped<In, Out>(work: Bulk<In, Out>): (item: In) => Promise<Out> {
    return item => this.groups.add(work, item)
  }

  /** A copy that is made page by page between other work, and is gone when it is closed. */
  async snapshot(): Promise<Snapshot> {
    const folder = mkdtempSync(join(dirname(this.raw.name), 'snapshot-'))
    try {
      const file = join(folder, 'copy.sqlite')
      await this.raw.backup(file)
      const copy = new Database(file, { readonly: true })
      return {
        all: async (sql: string, ...params: Param[]) => copy.prepare(sql).all(...params),
        get: async (sql: string, ...params: Param[]) => copy.prepare(sql).get(...params),
        async close() {
          copy.close()
          rmSync(folder, { recursive: true, force: true })
        },
      } as unknown as Snapshot
    } catch (error) {
      rmSync(folder, { recursive: true, force: true })
      throw error
    }
  }

  /** Every page is written anew, for even with `secure_delete` pages that were split keep copies; then the log is emptied. */
  scrub(): Promise<void> {
    const done = this.last.then(() => {
      this.raw.exec('vacuum')
      this.raw.pragma('wal_checkpoint(TRUNCATE)')
    })
    this.last = done.catch(() => {})
    return done
  }

  isRefusal(error: unknown): boolean {
    const { code = '' } = error as { code?: string }
    return /^SQLITE_(CONSTRAINT|TOOBIG|MISMATCH)/.test(code)
  }

  isAway(error: unknown): boolean {
    const { code = '' } = error as { code?: string }
    return /^SQLITE_(FULL|IOERR|BUSY)/.test(code)
  }

  async close(): Promise<void> {
    await this.last
    this.raw.close()
  }

  /** Statements of migrations and of tests. */
  exec(sql: string): void {
    this.raw.exec(sql)
  }

  pragma(text: string): unknown {
    return this.raw.pragma(text, { simple: true })
  }

  private async transact<T>(work: (tx: WriteDb) => Promise<T>): Promise<T> {
    this.isBusy = true
    this.committed = []
    try {
      this.prepare('begin immediate').run()
      const value = await work(this.tx)
      this.prepare('commit').run()
      for (const then of this.committed) then()
      return value
    } catch (error) {
      if (this.raw.inTransaction) this.prepare('rollback').run()
      throw error
    } finally {
      this.isBusy = false
    }
  }

  private insert(
    table: string,
    rows: readonly NewRow[],
    { conflict = '', returning }: Insert = {},
  ): unknown[] {
    const [first] = rows
    if (!first) return []
    const columns = Object.keys(first)
    const marks = columns.map(() => '?').join(', ')
    const end = returning ? ` returning ${returning}` : ''
    const sql = `insert into ${table} (${columns.join(', ')}) values (${marks}) ${conflict}${end}`
    const statement = this.prepare(sql)
    if (returning) return rows.flatMap(row => statement.all(...Object.values(row)))
    for (const row of rows) statement.run(...Object.values(row))
    return []
  }

  private prepare(sql: string): Statement {
    const known = this.prepared.get(sql)
    if (known) return known
    const made = this.raw.prepare<unknown[]>(sql)
    this.prepared.set(sql, made)
    return made
  }
}

/** The data in a file, with what migrations and tests need besides. */
export type SqliteEngineDb = EngineDb & Pick<SqliteDb, 'exec' | 'pragma'>

/** How long a file is waited for that an ending engine still holds. */
const PATIENCE_MS = 2000

export function openSqlite(file: string, patienceMs = PATIENCE_MS): SqliteEngineDb {
  return new SqliteDb(file, patienceMs) as unknown as SqliteEngineDb
}
