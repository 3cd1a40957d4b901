import { createHash } from 'node:crypto'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { type FileType, fileType, MAX_FILE_BYTES, WHY_REFUSED } from '../../src-shared/message/file-type.ts'
import type { Engine } from '../engine.ts'
import { keepFile } from '../store/media.ts'

/** A file that is kept, called by its content. */
export type KeptFile = FileType & Readonly<{ hash: string; size: number }>

/**
 * Keeps a file from outside. What it is, its bytes say: 'media/refused' for what could be run or is not known,
 * 'media/too-large' above 25 MB, 'bundle/hash-mismatch' when it is not what it is called.
 */
export async function keepBytes(
  { db, now }: Pick<Engine, 'db' | 'now'>,
  bytes: Uint8Array,
  called?: string,
): Promise<Result<KeptFile>> {
  if (bytes.length > MAX_FILE_BYTES) return fault('media/too-large')
  const type = fileType(bytes)
  if (typeof type === 'string') return fault('media/refused', WHY_REFUSED[type])
  const hash = createHash('sha256').update(bytes).digest('hex')
  if (called !== undefined && called !== hash)
    return fault('bundle/hash-mismatch', `The file should be ${called} and is ${hash}.`)
  await db.atomically(tx => keepFile(tx, { hash, mime: type.mime, bytes, at: now() }))
  return ok({ ...type, hash, size: bytes.length })
}
