import { open, rename, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { packWithFiles } from '../../src-shared/publish/package.ts'
import type { ReadDb } from '../store/db.ts'
import { readFileBytes } from '../store/media.ts'
import type { StillWanted } from './file-work.ts'

/**
 * Writes a bot as a package; the file is there whole or as it was before. Answers its name without the folder, or null
 * when it was given up.
 */
export async function exportPackage(
  db: ReadDb,
  document: BotDocument,
  path: string,
  isWanted: StillWanted,
): Promise<Result<{ file: string } | null>> {
  if (!(await isWanted())) return ok(null)
  const packed = packWithFiles(document, hash => readFileBytes(db, hash)?.bytes ?? null)
  if (!packed.ok) return packed
  if (!(await isWanted())) return ok(null)
  const written = await writeWhole(path, packed.value)
  return written
    ? ok({ file: basename(path) })
    : fault(
        'file/unwritable',
        `${basename(path)} could not be written. Is there room, and may you write there?`,
      )
}

/** Writes a file whole or not at all; whether it was written. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<boolean> {
  const part = `${path}.part`
  const write = async () => {
    const file = await open(part, 'w')
    await file
      .writeFile(bytes)
      .then(() => file.sync())
      .finally(() => file.close())
    await rename(part, path)
    return true
  }
  return write().catch(() =>
    rm(part, { force: true }).then(
      () => false,
      () => false,
    ),
  )
}

/** The file name offered for a bot: its name without what some file system refuses. */
export function packageFileName(name: string): string {
  return `${plainFileName(name, 'bot')}.parley`
}

/** A name without what some file system refuses, or another where nothing is left. */
export function plainFileName(name: string, otherwise: string): string {
  const plain = name
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[. ]+$/, '')
  return plain || otherwise
}
