import type { Issue, Severity } from '../../src-shared/lint/issue.ts'

type Counts = Readonly<Record<Severity, number>>

const counted = new WeakMap<readonly Issue[], Counts>()

/** How many findings there are of each severity. Several parts of the window ask at every change of it: counted once for a list. */
export function countIssues(issues: readonly Issue[]): Counts {
  const known = counted.get(issues)
  if (known) return known
  const counts = { error: 0, warning: 0, hint: 0 }
  for (const { severity } of issues) counts[severity] += 1
  counted.set(issues, counts)
  return counts
}
