import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { BotDocument } from '../src-shared/document/bot-document.ts'
import { namedFiles } from '../src-shared/document/named-files.ts'
import { formatBytes } from '../src-shared/kit/format-bytes.ts'
import { fault, ok, type Result } from '../src-shared/kit/result.ts'
import { MAX_FILE_BYTES } from '../src-shared/message/file-type.ts'
import { checkFile } from '../src-shared/publish/check-file.ts'
import { PACKAGE_LIMITS, type PackedFiles } from '../src-shared/publish/package.ts'
import { readBytes } from './read-bytes.ts'

/** Beside an unpacked document, as in a package: `media/<hash>`. */
export const MEDIA_FOLDER = 'media'

/**
 * The files of an unpacked bot. One that is not there is left out; one that cannot be read, is not what the document
 * says or is nothing a bot may send is a fault that names it.
 */
export async function readFilesBeside(document: BotDocument, folder: string): Promise<Result<PackedFiles>> {
  const files = new Map<string, Uint8Array>()
  let total = 0
  for (const file of namedFiles(document)) {
    if (files.has(file.hash)) continue
    const path = join(folder, MEDIA_FOLDER, file.hash)
    const size = await sizeOf(path)
    if (size === null) continue
    if (size > MAX_FILE_BYTES) return fault('media/too-large', `${path} is “${file.name}”.`)
    total += size
    if (total > PACKAGE_LIMITS.media)
      return fault(
        'package/too-large',
        `The files of the bot have more than ${formatBytes(PACKAGE_LIMITS.media)}.`,
      )
    const bytes = await readBytes(path)
    if (!bytes.ok) return bytes
    const checked = checkFile(file, bytes.value)
    if (!checked.ok) return { ...checked, message: `${path}: ${checked.message}` }
    files.set(file.hash, bytes.value)
  }
  return ok(files)
}

/** Bytes; null where nothing is. */
function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ size }) => size,
    () => null,
  )
}
