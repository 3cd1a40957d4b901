import type { ReadDb, WriteDb } from './db.ts'
import { FILE_OVERHEAD } from './vault.ts'

export type StoredFile = Readonly<{ mime: string; bytes: Uint8Array }>

/** How exactly it is known when a file came last. */
const DAY_MS = 86_400_000

/** Keeps a file once, however many bots have it; one that comes again is young again. */
export async function keepFile(
  db: WriteDb,
  file: StoredFile & Readonly<{ hash: string; at: number }>,
): Promise<void> {
  const { hash, mime, bytes, at } = file
  await db.run(
    `insert into media (hash, mime, bytes, at) values (?, ?, ?, ?)
     on conflict (hash) do update set at = excluded.at where media.at < excluded.at - ${DAY_MS}`,
    hash,
    mime,
    db.vault.seal('media.bytes', bytes, [hash]),
    at,
  )
}

export async function fileOf(db: ReadDb, hash: string): Promise<StoredFile | null> {
  return (await db.get<StoredFile>('select hash, mime, bytes from media where hash = ?', hash)) ?? null
}

export async function hasFile(db: ReadDb, hash: string): Promise<boolean> {
  return (await db.get('select 1 from media where hash = ?', hash)) !== undefined
}

/** What a file is and how many bytes it has, without reading it. */
export async function aboutFile(
  db: ReadDb,
  hash: string,
): Promise<Readonly<{ mime: string; size: number }> | null> {
  const sql = `select mime, length(bytes) - ${FILE_OVERHEAD} as size from media where hash = ?`
  return (await db.get<{ mime: string; size: number }>(sql, hash)) ?? null
}
