import type { Side } from '../../src-shared/compare/conflict.ts'
import { conflictLines } from '../../src-shared/compare/conflict-lines.ts'
import { mergeBots } from '../../src-shared/compare/merge-bots.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { documentText } from '../../src-shared/publish/document-text.ts'
import { packBot } from '../../src-shared/publish/package.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { indented } from '../message-lines.ts'
import { readBot } from '../read-bot.ts'
import type { Terminal } from '../terminal.ts'
import { writeWhole } from '../write-whole.ts'

type Options = Readonly<{ out: string; prefer?: Side; json?: boolean }>

/**
 * `parley merge BASE OURS THEIRS --out FILE`: joins what two people made of one bot. With conflicts nothing is written
 * unless a side is preferred; they are listed either way.
 */
export async function merge(
  paths: readonly [base: string, ours: string, theirs: string],
  { out, prefer, json = false }: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const [base, ours, theirs] = [await readBot(paths[0]), await readBot(paths[1]), await readBot(paths[2])]
  for (const read of [base, ours, theirs]) if (!read.ok) terminal.err(read.message)
  if (!base.ok || !ours.ok || !theirs.ok) return EXIT.file
  const versions = { base: base.value, ours: ours.value, theirs: theirs.value }
  if (new Set(Object.values(versions).map(({ bot }) => bot.id)).size > 1) {
    terminal.err('These are not versions of one bot: their ids differ.')
    return EXIT.refused
  }
  const { merged, conflicts } = mergeBots(
    versions.base,
    versions.ours,
    versions.theirs,
    prefer ? { prefer } : {},
  )
  if (json) terminal.out(JSON.stringify(conflicts, null, 2))
  else
    for (const conflict of conflicts)
      for (const line of conflictLines(conflict, versions, prefer !== undefined))
        terminal.out(indented(line, '    '))
  if (conflicts.length > 0 && !prefer) {
    const count = conflicts.length === 1 ? 'There is 1 conflict' : `There are ${conflicts.length} conflicts`
    terminal.err(`${count}; nothing was written. Choose with --prefer ours or --prefer theirs.`)
    return EXIT.refused
  }
  return write(out, merged, terminal)
}

async function write(path: string, merged: BotDocument, terminal: Terminal): Promise<ExitCode> {
  const written = await writeWhole(path, path.endsWith('.json') ? documentText(merged) : packBot(merged))
  if (written.ok) return EXIT.fine
  terminal.err(written.message)
  return EXIT.file
}
