import type { Vault } from './vault.ts'

declare const READ: unique symbol
declare const WRITE: unique symbol

export type Param = string | number | null | Uint8Array

/**
 * Somebody who can only ask: a function that takes it cannot write (design/style.md rule 9). One SQL text serves both
 * stores (docs/decisions/0026); `?` stands for a parameter, names in capitals are quoted, `json_each(?)` takes a list
 * of rows made with `listOf`.
 */
export type ReadDb = Readonly<{
  [READ]: true
  /** What is read was opened, and what is inserted is sealed; a name to look for is sealed by who looks for it. */
  vault: Vault
  all<Row>(sql: string, ...params: Param[]): Promise<Row[]>
  get<Row>(sql: string, ...params: Param[]): Promise<Row | undefined>
  /** Like `all` without the rows that do not open: one that was tampered with must not stop work on all others. */
  sound<Row>(sql: string, ...params: Param[]): Promise<Row[]>
}>

export type NewRow = Readonly<Record<string, string | number | null>>

/** What becomes of rows that are there already, and what is answered of those that were written. */
export type Insert = Readonly<{ conflict?: string; returning?: string }>

/** A transaction: all of it happens, or nothing. */
export type WriteDb = ReadDb &
  Readonly<{
    [WRITE]: true
    /** Answers how many rows changed. */
    run(sql: string, ...params: Param[]): Promise<number>
    /** Writes rows of the same columns in one go; bytes go through `run`. */
    insert<Row>(table: string, rows: readonly NewRow[], how?: Insert): Promise<Row[]>
    /**
     * Waits until no other transaction, of this process or another, holds one of these names, and holds them until the
     * end. To be called once in a transaction, before anything is read that the names protect.
     */
    lock(names: readonly string[]): Promise<void>
    /** Called once all of this is on the disk, and never if it is not. */
    onCommit(then: () => void): void
  }>

/** Does one kind of work for many who asked at the same time; answers in their order. */
export type Bulk<In, Out> = (tx: WriteDb, items: readonly In[]) => Promise<readonly Out[]>

/** All data as they were at one moment; to be closed. */
export type Snapshot = ReadDb & Readonly<{ close(): Promise<void> }>

/** The data of an engine. What is read here was committed. */
export type EngineDb = ReadDb &
  Readonly<{
    /** Whether other processes work on the same data. */
    isShared: boolean
    /** One transaction. In it only `tx` is used, and nothing is waited for but the data. */
    atomically<T>(work: (tx: WriteDb) => Promise<T>): Promise<T>
    /**
     * Group commit: all that is asked for in one turn of the event loop, of whatever kind, is written in one
     * transaction, and nobody hears of success before it is on the disk. An item that fails takes back itself only.
     */
    grouped<In, Out>(work: Bulk<In, Out>): (item: In) => Promise<Out>
    /** Looks at all of the data as they are at one moment, while others go on writing. */
    snapshot(): Promise<Snapshot>
    /** Takes from the disk what rows held before they were changed or deleted; slow where there is much. */
    scrub(): Promise<void>
    /** Whether the data refuse what was written, which trying again would not change. */
    isRefusal(error: unknown): boolean
    /** Whether the data could not be reached: nothing is known to be wrong, and it may be tried again. */
    isAway(error: unknown): boolean
    close(): Promise<void>
  }>

/** The parameter of `json_each(?)`: `value->>0` is the first column of a row. */
export function listOf(rows: readonly (readonly (string | number | null)[])[]): string {
  return JSON.stringify(rows)
}
