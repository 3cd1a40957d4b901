import { EXIT, type ExitCode } from '../exit-codes.ts'
import { readBotWithFiles } from '../read-bot.ts'
import type { Terminal } from '../terminal.ts'
import { missingFiles, writePackage } from '../write-bot.ts'

/** `parley pack BOT --out FILE`: a package of an unpacked document with its files. */
export async function pack(path: string, { out }: { out: string }, terminal: Terminal): Promise<ExitCode> {
  const bot = await readBotWithFiles(path)
  const written = bot.ok ? await writePackage(out, bot.value) : bot
  if (!written.ok) terminal.err(written.message)
  if (!bot.ok || !written.ok) return EXIT.file
  for (const name of missingFiles(bot.value))
    terminal.err(`“${name}” is not there; the package is without it.`)
  return EXIT.fine
}
