import { type Fault, fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { migratePostgres } from './migrate-postgres.ts'
import { ENGINE_MIGRATIONS } from './migrations.ts'
import { openPostgres, type PostgresEngineDb } from './postgres.ts'
import type { Sealer } from './seal.ts'
import { unlockData } from './unlock-data.ts'

/** The oldest server that has all that is used; PostgreSQL's own support of older ones has ended. */
const OLDEST = 140_000

/** Opens a database, empty or an engine's; what is wrong is said without the address, which holds a password. */
export async function openPostgresStore(url: string, seal: Sealer): Promise<Result<PostgresEngineDb>> {
  const db = openPostgres(url)
  try {
    const found = await check(db, seal)
    if (!found.ok) await db.close()
    return found
  } catch (error) {
    await db.close()
    return faultOf(error)
  }
}

async function check(db: PostgresEngineDb, seal: Sealer): Promise<Result<PostgresEngineDb>> {
  const { rows } = await db.pool.query<{ server_version_num: string; server_encoding: string }>(
    "select current_setting('server_version_num') as server_version_num, current_setting('server_encoding') as server_encoding",
  )
  const [server] = rows
  if (Number(server?.server_version_num) < OLDEST)
    return fault('engine-config/invalid', 'DATABASE_URL: PostgreSQL 14 or newer is needed.')
  if (server?.server_encoding !== 'UTF8')
    return fault('engine-config/invalid', 'DATABASE_URL: the database should have the encoding UTF8.')
  const version = await migratePostgres(db)
  if (version <= ENGINE_MIGRATIONS.length) {
    const unlocked = await unlockData(db, seal)
    return unlocked.ok ? ok(db) : unlocked
  }
  const versions = `It has version ${version}; this engine reads up to ${ENGINE_MIGRATIONS.length}.`
  return fault('engine-data/too-new', `${versions} Update the engine to start it on this database.`)
}

function faultOf(error: unknown): Fault {
  const { code, message, errors } = error as { code?: string; message: string; errors?: readonly Error[] }
  const reason = message || errors?.[0]?.message || code
  return fault('engine-config/invalid', `DATABASE_URL: the database cannot be used: ${reason}.`)
}
