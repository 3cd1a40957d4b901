import type { ReviewedBots } from '../../src-shared/review-file/content.ts'
import { differencesOf } from '../differences.ts'

export type ChangeMark = 'added' | 'removed' | 'changed'

/** What came, went or changed, by the block it is to be seen at: an edge is seen where it leaves. */
export function changeMarks(bots: ReviewedBots): ReadonlyMap<string, ChangeMark> {
  const marks = new Map<string, ChangeMark>()
  for (const { key, is, before, after, fields } of differencesOf(bots)?.subjects.values() ?? []) {
    const record = after ?? before
    if (record?.type === 'edge' && !marks.has(record.from)) marks.set(record.from, 'changed')
    if (record?.type !== 'block') continue
    // Moved alone is no change.
    if (is !== 'changed' || fields.length > 0) marks.set(key, is)
  }
  return marks
}
