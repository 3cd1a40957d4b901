import { lint } from '../../src-shared/lint/lint.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { issueLines } from '../issue-lines.ts'
import { readBot } from '../read-bot.ts'
import type { Terminal } from '../terminal.ts'

/** `parley check BOT`: what the checks find; errors keep a bot from being published. */
export async function check(
  path: string,
  { json = false }: { json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const document = await readBot(path)
  if (!document.ok) {
    terminal.err(document.message)
    return EXIT.file
  }
  const issues = lint(document.value)
  if (json)
    terminal.out(
      JSON.stringify(
        issues.map(({ fix: _, ...issue }) => issue),
        null,
        2,
      ),
    )
  else {
    const { bot } = document.value
    terminal.out(
      `${bot.name} (${bot.id}), ${document.value.count('block')} blocks: ${issues.length === 0 ? 'nothing to correct.' : 'see below.'}`,
    )
    for (const line of issueLines(document.value, issues)) terminal.out(line)
  }
  return issues.some(({ severity }) => severity === 'error') ? EXIT.refused : EXIT.fine
}
