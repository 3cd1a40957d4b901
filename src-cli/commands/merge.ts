import type { Side } from '../../src-shared/compare/conflict.ts'
import { conflictLines } from '../../src-shared/compare/conflict-lines.ts'
import { mergeBots } from '../../src-shared/compare/merge-bots.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { namedFiles } from '../../src-shared/document/named-files.ts'
import type { BotPackage, PackedFiles } from '../../src-shared/publish/package.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { indented } from '../message-lines.ts'
import { readBotWithFiles } from '../read-bot.ts'
import type { Terminal } from '../terminal.ts'
import { writePackage, writeUnpacked } from '../write-bot.ts'

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
  const [base, ours, theirs] = [
    await readBotWithFiles(paths[0]),
    await readBotWithFiles(paths[1]),
    await readBotWithFiles(paths[2]),
  ]
  for (const side of [base, ours, theirs]) if (!side.ok) terminal.err(side.message)
  if (!base.ok || !ours.ok || !theirs.ok) return EXIT.file
  const read = [base.value, ours.value, theirs.value]
  const versions = { base: base.value.document, ours: ours.value.document, theirs: theirs.value.document }
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
  const files = new Map(read.flatMap(({ files }) => [...files]))
  return write(out, { document: merged, files: filesOf(merged, files) }, terminal)
}

/** What only one side has is brought along; what the joined bot no longer names is not. */
function filesOf(document: BotDocument, files: PackedFiles): PackedFiles {
  const named = new Set(namedFiles(document).map(({ hash }) => hash))
  return new Map([...files].filter(([hash]) => named.has(hash)))
}

async function write(path: string, bot: BotPackage, terminal: Terminal): Promise<ExitCode> {
  const written = await (path.endsWith('.json') ? writeUnpacked(path, bot) : writePackage(path, bot))
  if (written.ok) return EXIT.fine
  terminal.err(written.message)
  return EXIT.file
}
