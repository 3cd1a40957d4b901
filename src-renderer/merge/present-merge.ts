import { type ChangesOfFlow, changesByFlow } from '../../src-shared/compare/change-list.ts'
import { compareBots } from '../../src-shared/compare/compare-bots.ts'
import type { Conflict } from '../../src-shared/compare/conflict.ts'
import type { Difference } from '../../src-shared/compare/difference.ts'
import type { Versions } from '../../src-shared/compare/merge-records.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { mergeWithReview, reviewOf } from '../../src-shared/review/merge-with-review.ts'
import { reviewChangesOf } from '../../src-shared/review/review-changes-of.ts'
import { useWorkbench } from '../state/workbench.ts'
import { type MergeView, useMerge } from './merge-state.ts'

/** What joining comes to with the choices made so far. */
export type PresentMerge = Readonly<{
  versions: Versions
  merged: BotDocument
  conflicts: readonly Conflict[]
  /** Conflicts nobody has decided yet, where there is something to decide. */
  open: readonly Conflict[]
  /** What the working copy would get. */
  difference: Difference
  groups: readonly ChangesOfFlow[]
  taken: number
  /** Comments and iterations it would get, or get otherwise. */
  said: number
}>

let known: Readonly<{ rev: number; view: MergeView; merge: PresentMerge }> | null = null

/** Null until both files are chosen, and when they are of another bot. */
export function presentMerge(): PresentMerge | null {
  const view = useMerge.getState()
  const { rev, editor } = useWorkbench.getState()
  const { theirs, base, choices } = view
  if (!editor || !theirs || !base || isOtherBot()) return null
  if (known?.rev === rev && known.view === view) return known.merge
  const versions = { base: base.document, ours: editor.document, theirs: theirs.document }
  const { merged, conflicts } = mergeWithReview(versions.base, versions.ours, versions.theirs, { choices })
  const difference = compareBots(editor.document, merged)
  const groups = changesByFlow(difference)
  const merge = {
    ...{ versions, merged, conflicts, difference, groups },
    open: conflicts.filter(({ id, choices: offered }) => offered.length > 1 && !choices[id]),
    said: saidIn(editor.document, merged),
    taken: groups.reduce((sum, { changes }) => sum + changes.length, 0),
  }
  known = { rev, view, merge }
  return merge
}

function saidIn(present: BotDocument, merged: BotDocument): number {
  const { added, changed } = reviewChangesOf(present, reviewOf(merged))
  return added + changed
}

/** Whether one of the files is not of the open bot. */
export function isOtherBot(): boolean {
  const { editor } = useWorkbench.getState()
  const { theirs, base } = useMerge.getState()
  return [theirs, base].some(side => side && side.document.bot.id !== editor?.document.bot.id)
}

export function usePresentMerge(): PresentMerge | null {
  useWorkbench(state => state.rev)
  useMerge()
  return presentMerge()
}
