import { type Table, tablesOf } from './catalog.ts'
import type { EngineDb, Param, WriteDb } from './db.ts'
import { SEALED } from './sealed-columns.ts'
import { sealRow } from './sealed-rows.ts'
import type { Vault } from './vault.ts'

/** Rows of one transaction; files are large. */
const PAGE = 5000
const PAGE_OF_FILES = 4

type Row = Record<string, Param>

/**
 * Seals what an older engine wrote plainly, page by page; what was sealed already is passed over, so that it may be
 * begun again. For data that nobody works on and that are not unlocked. Answers how many rows were changed.
 */
export async function sealEverything(db: EngineDb, vault: Vault): Promise<number> {
  let count = 0
  for (const table of await tablesOf(db, db.isShared))
    if (SEALED[table.name]) count += await sealTable(db, vault, table)
  return count
}

async function sealTable(db: EngineDb, vault: Vault, table: Table): Promise<number> {
  const limit = table.name === 'media' ? PAGE_OF_FILES : PAGE
  let count = 0
  for (let after: readonly Param[] = []; ; ) {
    const page = await pageOf(db, table, after, limit)
    const plain = page
      .map(row => ({ row, sealed: sealedOf(vault, table.name, row) }))
      .filter(({ sealed }) => sealed.length > 0)
    if (plain.length > 0) await db.atomically(tx => write(tx, table, plain, db.isShared))
    count += plain.length
    const last = page.at(-1)
    if (!last || page.length < limit) return count
    after = keyOf(table, last)
  }
}

/** In the order of the key. A row whose own key is sealed on the way may come twice, and none is passed over. */
function pageOf(
  db: EngineDb,
  { name, key }: Table,
  after: readonly Param[],
  limit: number,
): Promise<readonly Row[]> {
  const marks = after.map(() => '?').join(', ')
  const from = after.length > 0 ? `where (${key.join(', ')}) > (${marks})` : ''
  return db.all<Row>(`select * from ${name} ${from} order by ${key.join(', ')} limit ${limit}`, ...after)
}

function keyOf({ key }: Table, row: Row): readonly Param[] {
  return key.map(name => row[name] ?? null)
}

type Sealed = readonly (readonly [string, Param])[]

/** The cells of a row that change. */
function sealedOf(vault: Vault, table: string, row: Row): Sealed {
  const { names = [], ids = [], bodies = {} } = SEALED[table] ?? {}
  const plain: Record<string, Param> = { ...row }
  for (const name of [...names, ...ids]) {
    const value = row[name]
    if (typeof value === 'string') plain[name] = vault.openName(value) ?? value
  }
  const done = new Set<string>()
  for (const [name, key] of Object.entries(bodies)) {
    const value = row[name]
    const of = key.map(part => plain[part])
    if (typeof value === 'string' || value instanceof Uint8Array)
      if (vault.open(`${table}.${name}`, value, of) !== null) done.add(name)
  }
  return Object.entries(sealRow(vault, table, plain)).filter(
    ([name, value]) => !done.has(name) && value !== row[name],
  )
}

type Changed = Readonly<{ row: Row; sealed: Sealed }>

async function write(
  tx: WriteDb,
  table: Table,
  changed: readonly Changed[],
  isOnPostgres: boolean,
): Promise<void> {
  const guard = await liftGuards(tx, table.name, isOnPostgres)
  const where = table.key.map(name => `${name} = ?`).join(' and ')
  for (const { row, sealed } of changed) {
    const set = sealed.map(([name]) => `${name} = ?`).join(', ')
    const values = sealed.map(([, value]) => value)
    await tx.run(`update ${table.name} set ${set} where ${where}`, ...values, ...keyOf(table, row))
  }
  await guard()
}

/** Guards refuse every change of what happened; this one changes only how it is written. Answers what sets them again. */
export async function liftGuards(
  tx: WriteDb,
  table: string,
  isOnPostgres: boolean,
): Promise<() => Promise<void>> {
  if (isOnPostgres) {
    await tx.run(`alter table ${table} disable trigger user`)
    return async () => void (await tx.run(`alter table ${table} enable trigger user`))
  }
  const guards = await tx.all<{ name: string; sql: string }>(
    "select name, sql from sqlite_schema where type = 'trigger' and tbl_name = ?",
    table,
  )
  for (const { name } of guards) await tx.run(`drop trigger ${name}`)
  return async () => {
    for (const { sql } of guards) await tx.run(sql)
  }
}
