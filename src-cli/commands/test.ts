import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { compile } from '../../src-shared/runtime/compile.ts'
import { runTestcase } from '../../src-shared/testing/run-testcase.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { failureLines } from '../failure-lines.ts'
import { junitText, type Tested } from '../junit-text.ts'
import { readBot } from '../read-bot.ts'
import type { Terminal } from '../terminal.ts'
import { writeWhole } from '../write-whole.ts'

type Options = Readonly<{ reporter?: 'lines' | 'junit'; out?: string }>

/** `parley test BOT`: plays the tests that are kept in a bot; ends with `refused` when one of them fails. */
export async function test(
  path: string,
  { reporter = 'lines', out }: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const document = await readBot(path)
  if (!document.ok) {
    terminal.err(document.message)
    return EXIT.file
  }
  const tested = playAll(document.value)
  const failed = tested.filter(({ failure }) => failure !== null).length
  const text = reporter === 'junit' ? junitText(document.value.bot.name, tested) : linesOf(tested).join('\n')
  if (out === undefined) terminal.out(text)
  else {
    const written = await writeWhole(out, `${text}\n`)
    if (!written.ok) {
      terminal.err(written.message)
      return EXIT.file
    }
  }
  if (tested.length === 0) terminal.err('The bot has no tests.')
  return failed > 0 ? EXIT.refused : EXIT.fine
}

function playAll(document: BotDocument): readonly Tested[] {
  const program = compile(document)
  return [...document.all('testcase')].map(record => {
    const { differences, failedAt } = runTestcase(program, record)
    const difference = failedAt === null ? null : differences[failedAt]
    const failure = difference ? failureLines(document, record, failedAt ?? 0, difference) : null
    return { name: record.name, steps: record.steps.length, failure }
  })
}

function linesOf(tested: readonly Tested[]): readonly string[] {
  const failed = tested.filter(({ failure }) => failure !== null)
  const passed = tested.length - failed.length
  return [
    ...failed.flatMap(({ name, failure }) => [
      `failed  ${name}`,
      ...(failure ?? []).map(line => `  ${line}`),
    ]),
    `${passed} passed, ${failed.length} failed`,
  ]
}
