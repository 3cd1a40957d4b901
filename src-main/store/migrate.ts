import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type { LibraryDb } from './db.ts'
import { library } from './migrations/001-library.ts'
import { media } from './migrations/002-media.ts'
import { shelf } from './migrations/003-shelf.ts'
import { versionNotes } from './migrations/004-version-notes.ts'
import { iterations } from './migrations/005-iterations.ts'
import { stages } from './migrations/006-stages.ts'
import { designerEvents } from './migrations/007-designer-events.ts'
import type { StoreMigration } from './store-migration.ts'

export const STORE_MIGRATIONS: readonly StoreMigration[] = [
  library,
  media,
  shelf,
  versionNotes,
  iterations,
  stages,
  designerEvents,
]

/** `PRLY`: tells a library from any other SQLite file. */
export const APPLICATION_ID = 0x50524c59

/** The shape a file has; 0 is an empty file. */
export function storeVersion(db: LibraryDb): number {
  return db.pragma('user_version') as number
}

/** Refuses a file of a newer Parley, naming both versions. */
export function checkStoreVersion(
  db: LibraryDb,
  migrations: readonly StoreMigration[] = STORE_MIGRATIONS,
): Result<null> {
  const present = storeVersion(db)
  if (present <= migrations.length) return ok(null)
  return fault(
    'store/too-new',
    `It has version ${present}; this Parley reads up to ${migrations.length}. Update Parley to open it.`,
  )
}

/** Brings a file to the newest shape; each step happens with its number, or not at all. */
export function migrateStore(db: LibraryDb, migrations: readonly StoreMigration[] = STORE_MIGRATIONS): void {
  for (const { to, sql } of migrations.slice(storeVersion(db))) {
    db.transaction(() => {
      db.exec(sql)
      db.pragma(`application_id = ${APPLICATION_ID}`)
      db.pragma(`user_version = ${to}`)
      return ok(null)
    })
  }
}
