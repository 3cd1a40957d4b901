import type { ReadDb, WriteDb } from './db.ts'

export type StoredFile = Readonly<{ mime: string; bytes: Uint8Array }>

/** Keeps a file once, however many bots have it. */
export function keepFile(db: WriteDb, file: StoredFile & Readonly<{ hash: string; at: number }>): void {
  const { hash, mime, bytes, at } = file
  db.run(
    'insert into media (hash, mime, bytes, at) values (?, ?, ?, ?) on conflict do nothing',
    hash,
    mime,
    bytes,
    at,
  )
}

export function fileOf(db: ReadDb, hash: string): StoredFile | null {
  return db.get<StoredFile>('select mime, bytes from media where hash = ?', hash) ?? null
}

export function hasFile(db: ReadDb, hash: string): boolean {
  return db.get('select 1 from media where hash = ?', hash) !== undefined
}
