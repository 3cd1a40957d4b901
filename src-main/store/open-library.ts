import { existsSync, mkdirSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { ok, type Result } from '../../src-shared/kit/result.ts'
import { type LibraryDb, openDb } from './db.ts'
import { isDamage } from './is-damage.ts'
import { fileStamp, keepAside } from './keep-aside.ts'
import { APPLICATION_ID, checkStoreVersion, migrateStore, STORE_MIGRATIONS, storeVersion } from './migrate.ts'
import type { StoreMigration } from './store-migration.ts'

/** `notice` is something the person should know of: a damaged file was kept aside. */
export type OpenedLibrary = Readonly<{ db: LibraryDb; notice: string | null }>

type Options = Readonly<{ file: string; now: () => number; migrations?: readonly StoreMigration[] }>

/**
 * Bytes up to which a file is checked at every start: `quick_check` reads all of it, about 1 ms per MB. A larger one
 * is checked only when the last run did not end by itself, which shows by its write-ahead log.
 */
const ALWAYS_CHECKED = 32_000_000

/**
 * Opens the library, or makes an empty one. An older file is copied before it is migrated; a newer one is refused
 * (`store/too-new`); a damaged one is kept under another name and a fresh library is started. Nothing is deleted.
 */
export function openLibrary(options: Options): Result<OpenedLibrary> {
  mkdirSync(dirname(options.file), { recursive: true })
  const db = openSound(options.file)
  if (db) return prepare(db, options, null)
  const kept = basename(keepAside(options.file, options.now()))
  const notice = `The library file was damaged. It is kept as ${kept} beside the new, empty library.`
  return prepare(openDb(options.file), options, notice)
}

function prepare(
  db: LibraryDb,
  { file, now, migrations = STORE_MIGRATIONS }: Options,
  notice: string | null,
): Result<OpenedLibrary> {
  const known = checkStoreVersion(db, migrations)
  if (!known.ok) {
    db.close()
    return known
  }
  db.pragma('journal_mode = WAL')
  const present = storeVersion(db)
  if (present > 0 && present < migrations.length) backUp(db, `${file}.version-${present}-${fileStamp(now())}`)
  migrateStore(db, migrations)
  return ok({ db, notice })
}

/** A complete file of its own, without a write-ahead log beside it. */
function backUp(db: LibraryDb, target: string): void {
  db.exec(`vacuum into '${target.replaceAll("'", "''")}'`)
}

/** The connection, or null when the file is not a sound library. */
function openSound(file: string): LibraryDb | null {
  // SQLite would throw away the log of a file that was cut to nothing.
  if (existsSync(file) && statSync(file).size === 0 && hasLeftovers(file)) return null
  const thorough = !existsSync(file) || statSync(file).size <= ALWAYS_CHECKED || hasLeftovers(file)
  let db: LibraryDb | null = null
  try {
    db = openDb(file)
    if (isLibrary(db) && (!thorough || db.pragma('quick_check(1)') === 'ok')) return db
  } catch (error) {
    if (!isDamage(error)) throw error
  }
  db?.close()
  return null
}

function hasLeftovers(file: string): boolean {
  const log = `${file}-wal`
  return existsSync(log) && statSync(log).size > 0
}

/** An empty file becomes a library; one of another program is not ours to write into. */
function isLibrary(db: LibraryDb): boolean {
  if (db.pragma('application_id') === APPLICATION_ID) return true
  return storeVersion(db) === 0 && db.get('select 1 from sqlite_schema limit 1') === undefined
}
