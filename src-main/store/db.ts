import Database from 'better-sqlite3'
import type { Result } from '../../src-shared/kit/result.ts'

declare const READ: unique symbol
declare const WRITE: unique symbol

type Param = string | number | null | Uint8Array

/** A connection that can only ask: a function that takes it cannot write (design/style.md rule 9). */
export type ReadDb = Readonly<{
  [READ]: true
  all<Row>(sql: string, ...params: Param[]): Row[]
  get<Row>(sql: string, ...params: Param[]): Row | undefined
}>

/** A connection that can also write. */
export type WriteDb = ReadDb &
  Readonly<{
    [WRITE]: true
    /** Runs one statement and answers how many rows it changed. */
    run(sql: string, ...params: Param[]): number
    /** All or nothing; a fault takes everything back just as an error does. Not to be nested. */
    transaction<T>(work: () => Result<T>): Result<T>
  }>

/** The connection as its owner has it. */
export type LibraryDb = WriteDb &
  Readonly<{
    exec(sql: string): void
    pragma(text: string): unknown
    close(): void
  }>

/**
 * Opens a file with the house's settings. A commit is on the disk when it returns: `synchronous = FULL` keeps an
 * acknowledged edit through a power cut, `NORMAL` only through the end of the process. REPLACE does not fire delete
 * triggers without `recursive_triggers`, and so would slip past the append-only guards. The file itself is not changed.
 */
export function openDb(file: string): LibraryDb {
  const raw = new Database(file)
  raw.pragma('synchronous = FULL')
  raw.pragma('foreign_keys = ON')
  raw.pragma('recursive_triggers = ON')
  return wrap(raw)
}

function wrap(raw: Database.Database): LibraryDb {
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
    transaction(work) {
      prepare('begin immediate').run()
      let keep = false
      try {
        const result = work()
        if (result.ok) prepare('commit').run()
        keep = result.ok
        return result
      } finally {
        if (!keep && raw.inTransaction) prepare('rollback').run()
      }
    },
    exec: sql => void raw.exec(sql),
    pragma: text => raw.pragma(text, { simple: true }),
    close: () => void raw.close(),
  } as LibraryDb
}
