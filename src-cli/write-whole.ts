import { rename, rm, writeFile } from 'node:fs/promises'
import { fault, ok, type Result } from '../src-shared/kit/result.ts'

/** Writes a file so that it is there whole, or as it was before. */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<Result<null>> {
  const part = `${path}.${process.pid}.part`
  try {
    await writeFile(part, content)
    await rename(part, path)
    return ok(null)
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    const { code } = error as NodeJS.ErrnoException
    return fault(
      'file/unwritable',
      `${path}${code ? ` (${code})` : ''}. Is the folder there, and may you write in it?`,
    )
  }
}
