import { readFile, stat } from 'node:fs/promises'
import { fault, ok, type Result } from '../src-shared/kit/result.ts'

/** Bytes; nothing larger can be a bot or a script, so it is not even read. */
const MAX_FILE = 256_000_000

/** Reads a whole file; a folder, a missing or a too large file is a fault that names it. */
export async function readBytes(path: string): Promise<Result<Uint8Array>> {
  try {
    const found = await stat(path)
    if (!found.isFile()) return fault('file/unreadable', `${path} is not a file.`)
    if (found.size > MAX_FILE)
      return fault('file/unreadable', `${path} has ${found.size} bytes; at most ${MAX_FILE} are read.`)
    return ok(await readFile(path))
  } catch (error) {
    return fault(
      'file/unreadable',
      `${path}: ${REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? (error as Error).message}.`,
    )
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'you may not read it',
  ENOTDIR: 'there is no such file',
}
