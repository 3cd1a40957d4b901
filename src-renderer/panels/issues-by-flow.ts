import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { FlowId } from '../../src-shared/document/ids.ts'
import type { Issue } from '../../src-shared/lint/issue.ts'

export type IssueCount = Readonly<{ errors: number; warnings: number }>

const NONE: IssueCount = { errors: 0, warnings: 0 }

/** How many errors and warnings each flow has, in itself, its blocks and its edges. */
export function issuesByFlow(
  document: BotDocument,
  issues: readonly Issue[],
): ReadonlyMap<FlowId, IssueCount> {
  const counts = new Map<FlowId, IssueCount>()
  for (const { record: id, severity } of issues) {
    const record = document.get(id)
    const flow =
      record?.type === 'flow'
        ? record.id
        : record?.type === 'block' || record?.type === 'edge'
          ? record.flow
          : null
    if (flow === null || severity === 'hint') continue
    const { errors, warnings } = counts.get(flow) ?? NONE
    counts.set(
      flow,
      severity === 'error' ? { errors: errors + 1, warnings } : { errors, warnings: warnings + 1 },
    )
  }
  return counts
}
