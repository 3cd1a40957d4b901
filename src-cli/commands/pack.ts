import { packBot } from '../../src-shared/publish/package.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { readBot } from '../read-bot.ts'
import type { Terminal } from '../terminal.ts'
import { writeWhole } from '../write-whole.ts'

/** `parley pack JSON --out FILE`: a package of an unpacked document. */
export async function pack(path: string, { out }: { out: string }, terminal: Terminal): Promise<ExitCode> {
  const document = await readBot(path)
  const written = document.ok ? await writeWhole(out, packBot(document.value)) : document
  if (written.ok) return EXIT.fine
  terminal.err(written.message)
  return EXIT.file
}
