import { listOf, type ReadDb, type WriteDb } from './db.ts'

/** Somebody is signed in as long as they are there, and half a day longer; after a week they sign in again. */
const IDLE_MS = 12 * 3_600_000
const LONGEST_MS = 7 * 24 * 3_600_000

export async function keepSession(tx: WriteDb, hash: string, agent: string, at: number): Promise<void> {
  await tx.run('delete from desk_session where used_at < ? or at < ?', at - IDLE_MS, at - LONGEST_MS)
  await tx.insert('desk_session', [{ hash, agent, at, used_at: at }])
}

/** Who has this session; null when it is over. */
export async function agentOfSession(db: ReadDb, hash: string, now: number): Promise<string | null> {
  const row = await db.get<{ agent: string }>(
    'select agent from desk_session where hash = ? and used_at >= ? and at >= ?',
    hash,
    now - IDLE_MS,
    now - LONGEST_MS,
  )
  return row?.agent ?? null
}

export async function endSession(tx: WriteDb, hash: string): Promise<void> {
  await tx.run('delete from desk_session where hash = ?', hash)
}

/** Notes that these sessions are in use; answers those that are not over. */
export async function touchSessions(
  tx: WriteDb,
  hashes: readonly string[],
  now: number,
): Promise<ReadonlySet<string>> {
  const rows = await tx.all<{ hash: string }>(
    `update desk_session set used_at = ? where hash in (select value->>0 from json_each(?)) and at >= ?
     returning hash`,
    now,
    listOf(hashes.map(hash => [hash])),
    now - LONGEST_MS,
  )
  return new Set(rows.map(({ hash }) => hash))
}
