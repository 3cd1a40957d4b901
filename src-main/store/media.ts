import { createHash } from 'node:crypto'
import type { StoredFile } from '../../src-shared/ipc/file-calls.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { fileType, MAX_FILE_BYTES, WHY_REFUSED } from '../../src-shared/message/file-type.ts'
import { pictureSize } from '../../src-shared/message/picture-size.ts'
import type { ReadDb, WriteDb } from './db.ts'

type Row = Readonly<{ mime: string; bytes: Uint8Array }>

/** Keeps a file, once however often it is given. What it is, its bytes say (`media/refused`), not its name. */
export function putFile(db: WriteDb, bytes: Uint8Array, at: number): Result<StoredFile> {
  if (bytes.length > MAX_FILE_BYTES) return fault('media/too-large')
  const type = fileType(bytes)
  if (typeof type === 'string') return fault('media/refused', WHY_REFUSED[type])
  const hash = createHash('sha256').update(bytes).digest('hex')
  const { mime } = type
  db.run(
    'insert into media (hash, mime, bytes, added_at) values (?, ?, ?, ?) on conflict do nothing',
    hash,
    mime,
    bytes,
    at,
  )
  const { width = null, height = null } = pictureSize(bytes, mime) ?? {}
  return ok({ hash, mime, size: bytes.length, width, height })
}

/** The bytes of a file with their type; null when they are not in this library. */
export function readFileBytes(db: ReadDb, hash: string): Row | null {
  return db.get<Row>('select mime, bytes from media where hash = ?', hash) ?? null
}

export function hasFile(db: ReadDb, hash: string): boolean {
  return db.get('select 1 from media where hash = ?', hash) !== undefined
}
