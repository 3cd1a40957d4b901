import type { NamedFile } from '../document/named-files.ts'
import { fault, ok, type Result } from '../kit/result.ts'
import { sha256OfBytes } from '../kit/sha256.ts'
import { fileType, MAX_FILE_BYTES, WHY_REFUSED } from '../message/file-type.ts'

/** Whether bytes from outside are what a record says, and something a bot may send. The fault names the file. */
export function checkFile({ hash, name }: NamedFile, bytes: Uint8Array): Result<null> {
  const called = `“${name.slice(0, 80)}”`
  if (bytes.length > MAX_FILE_BYTES) return fault('media/too-large', `It is ${called}.`)
  if (sha256OfBytes(bytes) !== hash)
    return fault('package/corrupt', `The file ${called} is not what it was. Ask for it again.`)
  const type = fileType(bytes)
  return typeof type === 'string' ? fault('media/refused', `${called}: ${WHY_REFUSED[type]}`) : ok(null)
}
