import { compareBots } from '../../src-shared/compare/compare-bots.ts'
import type { Difference } from '../../src-shared/compare/difference.ts'
import { differenceLines } from '../../src-shared/compare/difference-lines.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { indented } from '../message-lines.ts'
import { readBot } from '../read-bot.ts'
import type { Terminal } from '../terminal.ts'

/** `parley diff A B`: what differs between two versions of a bot, by meaning; fine whether anything does or not. */
export async function diff(
  before: string,
  after: string,
  { json = false }: { json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const [a, b] = [await readBot(before), await readBot(after)]
  for (const read of [a, b]) if (!read.ok) terminal.err(read.message)
  if (!a.ok || !b.ok) return EXIT.file
  const difference = compareBots(a.value, b.value)
  if (json) terminal.out(JSON.stringify(toJson(difference), null, 2))
  else for (const line of differenceLines(difference)) terminal.out(indented(line, '    '))
  return EXIT.fine
}

function toJson({ content, design, moved }: Difference): object {
  return { content, design, moved }
}
