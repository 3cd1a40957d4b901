import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { TestcaseRecord } from '../../src-shared/document/testcase.ts'
import { compile } from '../../src-shared/runtime/compile.ts'
import { type Coverage, coverageOf } from '../../src-shared/testing/coverage.ts'
import { runTestcase } from '../../src-shared/testing/run-testcase.ts'
import { coverageLines } from '../coverage-lines.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { failureLines } from '../failure-lines.ts'
import { junitText, type Tested } from '../junit-text.ts'
import { readBot } from '../read-bot.ts'
import { readRecordingsFile } from '../read-recordings.ts'
import type { Terminal } from '../terminal.ts'
import { writeWhole } from '../write-whole.ts'

type Options = Readonly<{
  reporter?: 'lines' | 'junit'
  out?: string
  coverage?: boolean
  recordings?: string
}>

/** `parley test BOT`: plays the tests that are kept in a bot, and recorded ones; ends with `refused` when one of them fails. */
export async function test(
  path: string,
  { reporter = 'lines', out, coverage = false, recordings }: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const document = await readBot(path)
  const recorded = await readRecordingsFile(recordings)
  for (const read of [document, recorded]) if (!read.ok) terminal.err(read.message)
  if (!document.ok || !recorded.ok) return EXIT.file
  const { tested, covered } = playAll(document.value, recorded.value)
  const failed = tested.filter(({ failure }) => failure !== null).length
  const coverageText = coverage ? coverageLines(document.value, covered) : []
  const text =
    reporter === 'junit'
      ? junitText(document.value.bot.name, tested)
      : [...linesOf(tested), ...coverageText].join('\n')
  if (out === undefined) terminal.out(text)
  else {
    const written = await writeWhole(out, `${text}\n`)
    if (!written.ok) {
      terminal.err(written.message)
      return EXIT.file
    }
  }
  if (reporter === 'junit') for (const line of coverageText) terminal.err(line)
  if (tested.length === 0) terminal.err('The bot has no tests.')
  return failed > 0 ? EXIT.refused : EXIT.fine
}

function playAll(
  document: BotDocument,
  recorded: readonly TestcaseRecord[],
): Readonly<{ tested: readonly Tested[]; covered: Coverage }> {
  const program = compile(document)
  const runs = [...document.all('testcase'), ...recorded].map(record => ({
    record,
    run: runTestcase(program, record),
  }))
  const tested = runs.map(({ record, run: { differences, failedAt } }) => {
    const difference = failedAt === null ? null : differences[failedAt]
    const failure = difference ? failureLines(document, record, failedAt ?? 0, difference) : null
    return { name: record.name, steps: record.steps.length, failure }
  })
  const covered = coverageOf(
    document,
    runs.map(({ run }) => run.simulation),
  )
  return { tested, covered }
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
