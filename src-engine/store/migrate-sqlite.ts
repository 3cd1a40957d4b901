import { ENGINE_MIGRATIONS } from './migrations.ts'
import type { SqliteEngineDb } from './sqlite.ts'

/** `PRLE`: tells an engine's data from any other SQLite file. */
export const APPLICATION_ID = 0x50524c45

/** The shape a file has; 0 is an empty file. */
export function dataVersion(db: SqliteEngineDb): number {
  return db.pragma('user_version') as number
}

/** Brings a file to the newest shape; each step happens with its number, or not at all. */
export function migrateSqlite(db: SqliteEngineDb): void {
  const present = dataVersion(db)
  ENGINE_MIGRATIONS.slice(present).forEach(({ sqlite }, index) => {
    const numbers = `pragma application_id = ${APPLICATION_ID}; pragma user_version = ${present + index + 1};`
    db.exec(`begin immediate; ${sqlite}; ${numbers} commit`)
  })
}
