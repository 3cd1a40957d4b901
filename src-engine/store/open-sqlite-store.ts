import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Fault, fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { APPLICATION_ID, dataVersion, migrateSqlite } from './migrate-sqlite.ts'
import { ENGINE_MIGRATIONS } from './migrations.ts'
import type { Sealer } from './seal.ts'
import { openSqlite, type SqliteEngineDb } from './sqlite.ts'
import { unlockData } from './unlock-data.ts'

export const DATA_FILE = 'engine.sqlite'

/** Bytes up to which the whole file is checked at every start, at about 1 ms per MB. */
const ALWAYS_CHECKED = 256_000_000

/**
 * Opens the data of an engine, or makes an empty file that only its owner can read. A newer, damaged or foreign file
 * is refused and not touched: an engine that started on an empty file instead would have forgotten its customers.
 * @param patienceMs how long a file in use is waited for; 2 s unless given
 */
export async function openSqliteStore(
  folder: string,
  seal: Sealer,
  patienceMs?: number,
): Promise<Result<SqliteEngineDb>> {
  const file = join(folder, DATA_FILE)
  let db: SqliteEngineDb | null = null
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // A file cut to nothing beside its log would be taken for a new one, and the log thrown away.
    if (existsSync(file) && statSync(file).size === 0 && hasLog(file)) return damaged(file, 'it is empty')
    db = openSqlite(file, patienceMs)
    const sound = await check(db, file)
    if (sound.ok) migrateSqlite(db)
    const unlocked = sound.ok ? await unlockData(db, seal) : sound
    if (!unlocked.ok) {
      await db.close()
      return unlocked
    }
    chmodSync(file, 0o600)
    return ok(db)
  } catch (error) {
    await db?.close()
    return faultOf(error, file)
  }
}

async function check(db: SqliteEngineDb, file: string): Promise<Result<null>> {
  const version = dataVersion(db)
  const isEmpty = version === 0 && (await db.get('select 1 from sqlite_schema limit 1')) === undefined
  if (!isEmpty && db.pragma('application_id') !== APPLICATION_ID)
    return damaged(file, 'it is the file of another program')
  if (version > ENGINE_MIGRATIONS.length) {
    const versions = `It has version ${version}; this engine reads up to ${ENGINE_MIGRATIONS.length}.`
    return fault('engine-data/too-new', `${versions} Update the engine to start it on ${file}.`)
  }
  if (statSync(file).size > ALWAYS_CHECKED) return ok(null)
  const found = db.pragma('quick_check(1)')
  return found === 'ok' ? ok(null) : damaged(file, String(found))
}

function hasLog(file: string): boolean {
  return existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0
}

function damaged(file: string, reason: string): Fault {
  return fault(
    'engine-data/damaged',
    `${file}: ${reason}. It was left as it is. Put a backup in its place, or start with another data folder.`,
  )
}

function faultOf(error: unknown, file: string): Fault {
  const { code = '', message } = error as { code?: string; message: string }
  if (code.startsWith('SQLITE_BUSY'))
    return fault(
      'engine-data/in-use',
      `${file} is locked. Stop the other engine, or give this one another data folder.`,
    )
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) return damaged(file, message)
  return fault('engine-config/invalid', `The data folder cannot be used: ${message}.`)
}
