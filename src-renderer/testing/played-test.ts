import { useDeferredValue, useMemo } from 'react'
import type { TestcaseRecord } from '../../src-shared/document/testcase.ts'
import { compile } from '../../src-shared/runtime/compile.ts'
import { runTestcase, type TestRun } from '../../src-shared/testing/run-testcase.ts'
import { useWorkbench } from '../state/workbench.ts'

/** How a test goes with the bot as it is now; while its steps are written, this is what they are written against. */
export function usePlayedTest(test: TestcaseRecord): TestRun | null {
  const rev = useDeferredValue(useWorkbench(state => state.rev))
  const editor = useWorkbench(state => state.editor)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the document changes in place, and `rev` with it
  const program = useMemo(() => (editor ? compile(editor.document) : null), [editor, rev])
  return useMemo(() => (program ? runTestcase(program, test) : null), [program, test])
}
