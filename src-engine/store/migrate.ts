import type { EngineDb } from './db.ts'
import { first } from './migrations/0001-first.ts'
import { inputsAndEffects } from './migrations/0002-inputs-and-effects.ts'
import { media } from './migrations/0003-media.ts'

/** SQL of each step, upward only, one file each; the first leads to version 1 (design/style.md rule 12). */
export const ENGINE_MIGRATIONS: readonly string[] = [first, inputsAndEffects, media]

/** `PRLE`: tells an engine's data from any other SQLite file. */
export const APPLICATION_ID = 0x50524c45

/** The shape a file has; 0 is an empty file. */
export function dataVersion(db: EngineDb): number {
  return db.pragma('user_version') as number
}

/** Brings a file to the newest shape; each step happens with its number, or not at all. */
export function migrate(db: EngineDb): void {
  const present = dataVersion(db)
  ENGINE_MIGRATIONS.slice(present).forEach((sql, index) => {
    db.atomically(() => {
      db.exec(sql)
      db.pragma(`application_id = ${APPLICATION_ID}`)
      db.pragma(`user_version = ${present + index + 1}`)
    })
  })
}
