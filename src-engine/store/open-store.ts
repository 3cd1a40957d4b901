import type { Result } from '../../src-shared/kit/result.ts'
import type { EngineDb } from './db.ts'
import { openSqliteStore } from './open-sqlite-store.ts'
import type { Sealer } from './seal.ts'

export type Place = Readonly<{
  dataFolder: string
  /** The database that keeps the data instead of a file. */
  databaseUrl?: string | null | undefined
}>

/**
 * Opens the data of an engine wherever they are; what only PostgreSQL needs is not loaded without it.
 * @param patienceMs how long a file in use is waited for; 2 s unless given
 */
export async function openStore(
  { dataFolder, databaseUrl }: Place,
  seal: Sealer,
  patienceMs?: number,
): Promise<Result<EngineDb>> {
  if (!databaseUrl) return openSqliteStore(dataFolder, seal, patienceMs)
  return (await import('./open-postgres-store.ts')).openPostgresStore(databaseUrl, seal)
}
