import type { BotDocument } from '../document/bot-document.ts'
import type { TestcaseRecord } from '../document/testcase.ts'
import { compile } from '../runtime/compile.ts'
import { runTestcase } from './run-testcase.ts'

/** The tests that fail with a bot, each of which keeps it from being published unless somebody says why not. */
export function failingTests(
  document: BotDocument,
  tests: Iterable<TestcaseRecord> = document.all('testcase'),
): readonly TestcaseRecord[] {
  const list = [...tests]
  if (list.length === 0) return []
  const program = compile(document)
  return list.filter(test => runTestcase(program, test).failedAt !== null)
}
