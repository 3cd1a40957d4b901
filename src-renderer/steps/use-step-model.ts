import { useMemo } from 'react'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId, FlowId, RecordId } from '../../src-shared/document/ids.ts'
import type { Issue } from '../../src-shared/lint/issue.ts'
import { outline } from '../../src-shared/outline/outline.ts'
import { shownFlow } from '../state/open-bot.ts'
import { useWorkbench } from '../state/workbench.ts'
import { type Row, rowsOf } from './step-rows.ts'

/** All the lines of the shown flow, and what each of them asks. A new object after every edit. */
export type StepModel = Readonly<{
  document: BotDocument
  flow: FlowId
  locale: string
  rows: readonly Row[]
  numbers: ReadonlyMap<BlockId, number>
  issues: ReadonlyMap<RecordId, readonly Issue[]>
}>

export function useStepModel(): StepModel | null {
  const editor = useWorkbench(state => state.editor)
  const rev = useWorkbench(state => state.rev)
  const flow = useWorkbench(shownFlow)
  const locale = useWorkbench(state => state.locale)
  const found = useWorkbench(state => state.issues)
  const issues = useMemo(() => byRecord(found), [found])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the document changes in place; `rev` says when.
  const lines = useMemo(() => {
    if (!editor || !flow) return null
    const rows = rowsOf(outline(editor.document, flow))
    const numbers = new Map<BlockId, number>()
    for (const row of rows) if (row.type === 'step') numbers.set(row.key, row.number)
    return { document: editor.document, flow, rows, numbers }
  }, [editor, rev, flow])
  return useMemo(() => lines && { ...lines, locale, issues }, [lines, locale, issues])
}

function byRecord(issues: readonly Issue[]): ReadonlyMap<RecordId, readonly Issue[]> {
  const found = new Map<RecordId, Issue[]>()
  for (const issue of issues) {
    const known = found.get(issue.record)
    if (known) known.push(issue)
    else found.set(issue.record, [issue])
  }
  return found
}
