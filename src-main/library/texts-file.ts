import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { MAX_TEXTS_FILE } from '../../src-shared/ipc/file-calls.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { writeWhole } from './export-package.ts'

/** Reads a file of texts for the window, which learns its name and not its folder. */
export async function readTextsBytes(path: string): Promise<Result<{ name: string; bytes: Uint8Array }>> {
  const name = basename(path)
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) return fault('file/unreadable', `${name} cannot be opened.`)
  if (found.size > MAX_TEXTS_FILE)
    return fault(
      'texts/too-large',
      `${name} has ${Math.ceil(found.size / 1e6)} MB; at most ${MAX_TEXTS_FILE / 1e6} MB are read.`,
    )
  const bytes = await readFile(path).catch(() => null)
  if (!bytes) return fault('file/unreadable', `${name} cannot be read.`)
  return ok({ name, bytes: new Uint8Array(bytes) })
}

/** Writes a file of texts; it is there whole or as it was before. */
export async function writeTextsBytes(path: string, bytes: Uint8Array): Promise<Result<{ file: string }>> {
  if (await writeWhole(path, bytes)) return ok({ file: basename(path) })
  return fault(
    'file/unwritable',
    `${basename(path)} could not be written. Is there room, and may you write there?`,
  )
}
