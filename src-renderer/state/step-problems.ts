import type { Issue, Severity } from '../../src-shared/lint/issue.ts'
import { showPlace } from './show-place.ts'
import { useWorkbench } from './workbench.ts'

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 }

let last: Issue | null = null

/** Goes to the next problem, or the one before with -1, in the order of the panel; after the last comes the first. */
export function stepProblems(by: 1 | -1): void {
  const issues = useWorkbench.getState().issues.toSorted((a, b) => RANK[a.severity] - RANK[b.severity])
  if (issues.length === 0) return
  const at = last ? issues.findIndex(issue => isSame(issue, last as Issue)) : -1
  const issue = issues[(at + by + (at < 0 && by < 0 ? 1 : 0) + issues.length) % issues.length]
  if (!issue) return
  last = issue
  showPlace(issue.record, issue.path ?? null)
}

/** The checks make their findings anew after every edit. */
function isSame(a: Issue, b: Issue): boolean {
  return (
    a.code === b.code && a.record === b.record && a.path?.join() === b.path?.join() && a.message === b.message
  )
}
