import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { tablesOf } from '../../../src-engine/store/catalog.ts'
import type { EngineDb } from '../../../src-engine/store/db.ts'
import { openPostgresStore } from '../../../src-engine/store/open-postgres-store.ts'
import { DATA_FILE, openSqliteStore } from '../../../src-engine/store/open-sqlite-store.ts'
import { databaseOf, isOnPostgres } from '../../postgres/scratch-database.ts'
import { SEALER } from './test-key.ts'

/** The data of an engine that does not run, whichever store the tests are about. */
export type ScratchData = Readonly<{
  db: EngineDb
  /** Runs statements as they are. */
  exec: (sql: string) => Promise<void>
  /** Takes away the guard that would refuse damage. */
  dropGuard: (name: string, table: string) => Promise<void>
}>

export async function openData(folder: string, seal = SEALER): Promise<ScratchData> {
  if (isOnPostgres()) {
    const store = await openPostgresStore(await databaseOf(folder), seal)
    if (!store.ok) throw new Error(store.message)
    const { pool } = store.value
    const exec = async (sql: string) => void (await pool.query(sql))
    return { db: store.value, exec, dropGuard: (name, table) => exec(`drop trigger ${name} on ${table}`) }
  }
  const store = await openSqliteStore(folder, seal)
  if (!store.ok) throw new Error(store.message)
  const exec = async (sql: string) => store.value.exec(sql)
  return { db: store.value, exec, dropGuard: name => exec(`drop trigger ${name}`) }
}

/** How many rows a table has. */
export async function countOf(folder: string, table: string): Promise<number> {
  const { db } = await openData(folder)
  const row = await db.get<{ count: number }>(`select count(*) as count from ${table}`)
  await db.close()
  return row?.count ?? 0
}

/** All that is kept, as it is and as the engine reads it: what is not in it, nobody finds. */
export async function everythingKept(folder: string): Promise<string> {
  const { db } = await openData(folder)
  const parts: string[] = []
  for (const { name } of await tablesOf(db, db.isShared))
    for (const row of await db.all(`select * from ${name}`)) parts.push(JSON.stringify(row))
  await db.close()
  return [await rawlyKept(folder), ...parts].join('\n')
}

/** What a thief of the data finds: the file and its log, or every cell of every table. */
export async function rawlyKept(folder: string): Promise<string> {
  if (!isOnPostgres())
    return [DATA_FILE, `${DATA_FILE}-wal`]
      .map(name => join(folder, name))
      .map(file => (existsSync(file) ? readFileSync(file, 'latin1') : ''))
      .join('\n')
  // Not through the engine's own eyes, which open and seal.
  const client = new pg.Client({ connectionString: await databaseOf(folder) })
  await client.connect()
  const tables = await client.query<{ name: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
     where schemaname in ('public', 'graphile_worker')`,
  )
  const parts: string[] = []
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ row: string }>(`select cast(t as text) as row from ${name} t`)
    for (const { row } of rows) parts.push(row)
  }
  await client.end()
  return parts.join('\n')
}
