import { lint } from '../../src-shared/lint/lint.ts'
import { withoutWaived } from '../../src-shared/lint/waivers.ts'
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
  const { issues, ignored } = withoutWaived(lint(document.value), document.value.all('waiver'))
  const spared = ignoredLine(ignored.length)
  if (json) {
    const found = issues.map(({ code, severity, message, record, path }) => ({
      code,
      severity,
      message,
      record,
      path,
    }))
    terminal.out(JSON.stringify(found, null, 2))
    if (spared) terminal.err(spared)
  } else {
    const { bot } = document.value
    terminal.out(
      `${bot.name} (${bot.id}), ${document.value.count('block')} blocks: ${issues.length === 0 ? 'nothing to correct.' : 'see below.'}`,
    )
    for (const line of issueLines(document.value, issues)) terminal.out(line)
    if (spared) terminal.out(`\n${spared}`)
  }
  return issues.some(({ severity }) => severity === 'error') ? EXIT.refused : EXIT.fine
}

/** What was waived in the designer is not listed, and not hidden either. */
function ignoredLine(count: number): string | null {
  if (count === 0) return null
  return count === 1 ? '1 finding is ignored for a reason.' : `${count} findings are ignored for reasons.`
}
