import Database from 'better-sqlite3'

declare const READ: unique symbol
declare const WRITE: unique symbol

type Param = string | number | null | Uint8Array

/** A connection that can only ask: a function that takes it cannot write (design/style.md rule 9). */
export type ReadDb = Readonly<{
  [READ]: true
  all<Row>(sql: string, ...params: Param[]): Row[]
  get<Row>(sql: string, ...params: Param[]): Row | undefined
}>

/** A connection that can also write. `run` answers how many rows changed. */
export type WriteDb = ReadDb & Readonly<{ [WRITE]: true; run(sql: string, ...params: Param[]): number }>

/** The connection as its owner has it. */
export type EngineDb = WriteDb &
  Readonly<{
    exec(sql: string): void
    pragma(text: string): unknown
    /** All or nothing; inside another one, all of this part or nothing of it. */
    atomically<T>(work: () => T): T
    close(): void
  }>

/**
 * Opens a file with the house's settings. `synchronous = FULL`: what was committed survives a power cut. The lock is
 * exclusive for as long as the process lives, because two engines on one file would answer each other's messages.
 * REPLACE does not fire delete triggers without `recursive_triggers`, and so would slip past the append-only guards.
 */
export function openDb(file: string): EngineDb {
  const raw = new Database(file, { timeout: 2000 })
  let ready = false
  try {
    raw.pragma('locking_mode = EXCLUSIVE')
    raw.pragma('journal_mode = WAL')
    raw.pragma('synchronous = FULL')
    raw.pragma('foreign_keys = ON')
    raw.pragma('recursive_triggers = ON')
    ready = true
  } finally {
    if (!ready) raw.close()
  }
  return wrap(raw)
}

function wrap(raw: Database.Database): EngineDb {
  const prepared = new Map<string, Database.Statement<unknown[]>>()
  const prepare = (sql: string) => {
    const known = prepared.get(sql)
    if (known) return known
    const made = raw.prepare(sql)
    prepared.set(sql, made)
    return made
  }
  return {
    all: (sql, ...params) => prepare(sql).all(...params),
    get: (sql, ...params) => prepare(sql).get(...params),
    run: (sql, ...params) => prepare(sql).run(...params).changes,
    exec: sql => void raw.exec(sql),
    pragma: text => raw.pragma(text, { simple: true }),
    atomically: work => raw.transaction(work).immediate(),
    close: () => void raw.close(),
  } as EngineDb
}
