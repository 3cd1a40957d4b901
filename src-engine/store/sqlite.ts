import { mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import type { Bulk, EngineDb, Insert, NewRow, Param, Snapshot, WriteDb } from './db.ts'
import { gather } from './gather.ts'
import { GroupCommit } from './group-commit.ts'
import { type Column, openRows, openSoundRows, type Plan, planOf, sealRow } from './sealed-rows.ts'
import { SealBroken, type Vault } from './vault.ts'

/** Something that is asked to be done in a transaction. */
type Asked = Readonly<{
  work: (tx: WriteDb) => Promise<unknown>
  resolve: (value: never) => void
  reject: (error: unknown) => void
}>
/** What became of it; nobody is told before the commit. */
type Worked = Readonly<{ asked: Asked; value: unknown; error: unknown; committed: readonly (() => void)[] }>

type Statement = Readonly<{ raw: Database.Statement<unknown[]>; plan: Plan }>

/** Pages of the log that are carried over to the file at once: pages that are written again and again, once for all. */
const LOG_PAGES = 8000

/**
 * Data in a file. A statement never waits, so a transaction ends in the turn of the event loop it began in; meanwhile
 * other readers are held back, for on the one connection they would see what is not committed. Whatever is asked for
 * in the same turns of the event loop shares one commit, each behind a savepoint of its own.
 */
class SqliteDb {
  readonly isShared = false
  private readonly raw: Database.Database
  private readonly prepared = new Map<string, Statement>()
  private readonly groups = new GroupCommit(work => this.atomically(work))
  private readonly tx: WriteDb
  private open: Vault | null = null
  private isBusy = false
  private asked: Asked[] = []
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
      this.raw.pragma(`wal_autocheckpoint = ${LOG_PAGES}`)
      this.raw.pragma('foreign_keys = ON')
      this.raw.pragma('recursive_triggers = ON')
      ready = true
    } finally {
      if (!ready) this.raw.close()
    }
    this.tx = this.transaction()
  }

  get vault(): Vault {
    if (!this.open) throw new Error('the data were not unlocked')
    return this.open
  }

  /** From here on what is kept of people is opened when it is read, and sealed when it is inserted. */
  unlock(vault: Vault): void {
    this.open = vault
    this.prepared.clear()
  }

  private transaction(): WriteDb {
    const vault = () => this.vault
    return {
      get vault() {
        return vault()
      },
      all: async (sql: string, ...params: Param[]) => this.read(sql, params),
      get: async (sql: string, ...params: Param[]) => this.readOne(sql, params),
      sound: async (sql: string, ...params: Param[]) => this.readSound(sql, params),
      run: async (sql: string, ...params: Param[]) => this.prepare(sql).raw.run(...params).changes,
      insert: async (table: string, rows: readonly NewRow[], how?: Insert) => this.insert(table, rows, how),
      // Transactions do not overlap here.
      lock: async () => {},
      onCommit: (then: () => void) => void this.committed.push(then),
    } as unknown as WriteDb
  }

  async all<Row>(sql: string, ...params: Param[]): Promise<Row[]> {
    while (this.isBusy) await this.last
    return this.read(sql, params) as Row[]
  }

  async sound<Row>(sql: string, ...params: Param[]): Promise<Row[]> {
    while (this.isBusy) await this.last
    return this.readSound(sql, params) as Row[]
  }

  async get<Row>(sql: string, ...params: Param[]): Promise<Row | undefined> {
    while (this.isBusy) await this.last
    return this.readOne(sql, params) as Row | undefined
  }

  atomically<T>(work: (tx: WriteDb) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.asked.push({ work, resolve, reject })
      if (this.asked.length > 1) return
      this.last = this.last
        .then(() => gather(() => this.asked.length + this.groups.size))
        .then(() => this.transact(this.asked.splice(0)))
        .catch(() => {})
    })
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
      const read = (sql: string, params: readonly Param[]) =>
        this.rowsOf(this.planned(copy.prepare(sql)), params)
      return {
        vault: this.vault,
        all: async (sql: string, ...params: Param[]) => read(sql, params),
        get: async (sql: string, ...params: Param[]) => read(sql, params)[0],
        sound: async (sql: string, ...params: Param[]) => read(sql, params),
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
    return error instanceof SealBroken || /^SQLITE_(CONSTRAINT|TOOBIG|MISMATCH)/.test(code)
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

  /** Nothing of all of it is written when the commit fails; what fails by itself takes back itself only. */
  private async transact(all: readonly Asked[]): Promise<void> {
    this.isBusy = true
    let worked: Worked[] = []
    try {
      this.prepare('begin immediate').raw.run()
      for (const asked of all) worked.push(await this.workOn(asked, all.length > 1))
      if (worked.some(({ error }) => error === undefined)) this.prepare('commit').raw.run()
      else this.prepare('rollback').raw.run()
      for (const { committed } of worked) for (const then of committed) then()
    } catch (error) {
      if (this.raw.inTransaction) this.prepare('rollback').raw.run()
      worked = all.map(asked => ({ asked, value: undefined, error, committed: [] }))
    } finally {
      this.isBusy = false
    }
    for (const { asked, value, error } of worked)
      if (error === undefined) asked.resolve(value as never)
      else asked.reject(error)
  }

  /** Throws when the whole transaction is lost, such as on a full disk. */
  private async workOn(asked: Asked, isShared: boolean): Promise<Worked> {
    this.committed = []
    if (isShared) this.prepare('savepoint one').raw.run()
    try {
      const value = await asked.work(this.tx)
      if (isShared) this.prepare('release one').raw.run()
      return { asked, value, error: undefined, committed: this.committed }
    } catch (error) {
      if (!this.raw.inTransaction) throw error
      if (isShared) {
        this.prepare('rollback to one').raw.run()
        this.prepare('release one').raw.run()
      }
      return { asked, value: undefined, error: error ?? new Error('a transaction failed'), committed: [] }
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
    const told = returning?.split(', ') ?? []
    const isGiven = told.every(name => name === SEQ || columns.includes(name))
    // An update may leave something else than what was given.
    const isAsked = returning !== undefined && (!isGiven || conflict.includes('do update'))
    const marks = columns.map(() => '?').join(', ')
    const end = isAsked ? ` returning ${returning}` : ''
    const statement = this.prepare(
      `insert into ${table} (${columns.join(', ')}) values (${marks}) ${conflict}${end}`,
    )
    const { open } = this
    const written: unknown[] = []
    for (const row of rows) {
      const values = Object.values(open ? sealRow(open, table, row) : row)
      if (isAsked) {
        written.push(...this.rowsOf(statement, values))
        continue
      }
      const { changes, lastInsertRowid } = statement.raw.run(...values)
      if (changes > 0 && returning) written.push(pick(row, told, Number(lastInsertRowid)))
    }
    return written
  }

  private read(sql: string, params: readonly Param[]): unknown[] {
    return this.rowsOf(this.prepare(sql), params)
  }

  private readOne(sql: string, params: readonly Param[]): unknown {
    const { raw, plan } = this.prepare(sql)
    const row = raw.get(...params)
    if (row !== undefined && this.open && plan) openRows(this.open, plan, [row])
    return row
  }

  private readSound(sql: string, params: readonly Param[]): unknown[] {
    return this.rowsOf(this.prepare(sql), params, openSoundRows)
  }

  private rowsOf({ raw, plan }: Statement, params: readonly Param[], opened = openRows): unknown[] {
    const rows = raw.all(...params)
    return this.open && plan ? opened(this.open, plan, rows) : rows
  }

  private planned(raw: Database.Statement<unknown[]>): Statement {
    return { raw, plan: this.open && raw.reader ? planOf(raw.columns() as Column[]) : null }
  }

  private prepare(sql: string): Statement {
    const known = this.prepared.get(sql)
    if (known) return known
    const made = this.planned(this.raw.prepare<unknown[]>(sql))
    this.prepared.set(sql, made)
    return made
  }
}

/** The number that a row of a table gets by itself. */
const SEQ = 'seq'

/** What RETURNING would answer of a row as it was given, at a third of the time. */
function pick(row: NewRow, names: readonly string[], seq: number): NewRow {
  return Object.fromEntries(
    names.map(name => [name, name === SEQ && !(SEQ in row) ? seq : (row[name] ?? null)]),
  )
}

/** The data in a file, with what migrations and tests need besides. */
export type SqliteEngineDb = EngineDb & Pick<SqliteDb, 'exec' | 'pragma' | 'unlock'>

/** How long a file is waited for that an ending engine still holds. */
const PATIENCE_MS = 2000

export function openSqlite(file: string, patienceMs = PATIENCE_MS): SqliteEngineDb {
  return new SqliteDb(file, patienceMs) as unknown as SqliteEngineDb
}
