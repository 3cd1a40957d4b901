import { documentText } from '../../src-shared/publish/document-text.ts'
import { unpackBot } from '../../src-shared/publish/package.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { readBytes } from '../read-bytes.ts'
import type { Terminal } from '../terminal.ts'
import { writeWhole } from '../write-whole.ts'

/** `parley unpack PACKAGE --out FILE`: the document of a package, one record per line. */
export async function unpack(path: string, { out }: { out: string }, terminal: Terminal): Promise<ExitCode> {
  const bytes = await readBytes(path)
  const document = bytes.ok ? unpackBot(bytes.value) : bytes
  if (!document.ok) {
    terminal.err(bytes.ok ? `${path}: ${document.message}` : document.message)
    return EXIT.file
  }
  const written = await writeWhole(out, documentText(document.value))
  if (written.ok) return EXIT.fine
  terminal.err(written.message)
  return EXIT.file
}
