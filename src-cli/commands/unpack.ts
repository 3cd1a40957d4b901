import { unpackBot } from '../../src-shared/publish/package.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { readBytes } from '../read-bytes.ts'
import type { Terminal } from '../terminal.ts'
import { missingFiles, writeUnpacked } from '../write-bot.ts'

/** `parley unpack PACKAGE --out FILE`: the document of a package, one record per line, and its files beside it. */
export async function unpack(path: string, { out }: { out: string }, terminal: Terminal): Promise<ExitCode> {
  const bytes = await readBytes(path)
  const bot = bytes.ok ? unpackBot(bytes.value) : bytes
  if (!bot.ok) {
    terminal.err(bytes.ok ? `${path}: ${bot.message}` : bot.message)
    return EXIT.file
  }
  const written = await writeUnpacked(out, bot.value)
  if (!written.ok) {
    terminal.err(written.message)
    return EXIT.file
  }
  for (const name of missingFiles(bot.value)) terminal.err(`“${name}” is not in the package.`)
  return EXIT.fine
}
