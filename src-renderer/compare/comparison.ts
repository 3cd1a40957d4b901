import { type ChangesOfFlow, changesByFlow, type ListedChange } from '../../src-shared/compare/change-list.ts'
import { compareBots } from '../../src-shared/compare/compare-bots.ts'
import type { Difference } from '../../src-shared/compare/difference.ts'
import { differenceMarks } from '../../src-shared/compare/difference-marks.ts'
import { overlaidBots } from '../../src-shared/compare/overlaid-bots.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { useWorkbench } from '../state/workbench.ts'
import { type CompareView, type Side, useCompare } from './compare-state.ts'

/** What is compared now, and everything that follows from it. */
export type Comparison = Readonly<{
  rev: number
  difference: Difference
  groups: readonly ChangesOfFlow[]
  /** Those one goes through: not what was only moved, and not what only helps those who make the bot. */
  steps: readonly ListedChange[]
  marks: ReturnType<typeof differenceMarks>
  /** Both versions on one canvas. */
  both: BotDocument
  /** The side that changes are taken over into; null when neither can be edited, or they are two bots. */
  working: 'before' | 'after' | null
}>

let known: Comparison | null = null

/** The comparison that is shown; worked out once for each state of the working copy. */
export function presentComparison(): Comparison | null {
  const { before, after } = useCompare.getState()
  const { rev } = useWorkbench.getState()
  const [a, b] = [documentOf(before), documentOf(after)]
  if (!a || !b) return null
  if (known?.rev === rev && known.difference.before === a && known.difference.after === b) return known
  const difference = compareBots(a, b)
  const groups = changesByFlow(difference)
  known = {
    rev,
    difference,
    groups,
    steps: groups.flatMap(({ changes }) => changes.filter(({ move, isDesign }) => !move && !isDesign)),
    marks: differenceMarks(difference),
    both: overlaidBots(difference),
    working: workingSide(useCompare.getState(), a.bot.id === b.bot.id),
  }
  return known
}

export function useComparison(): Comparison | null {
  useWorkbench(state => state.rev)
  useWorkbench(state => state.editor)
  useCompare(state => state.before)
  useCompare(state => state.after)
  return presentComparison()
}

export function documentOf(side: Side): BotDocument | null {
  return side.document ?? useWorkbench.getState().editor?.document ?? null
}

function workingSide({ before, after }: CompareView, isOneBot: boolean): Comparison['working'] {
  if (!isOneBot || before.kind === after.kind) return null
  return before.kind === 'working' ? 'before' : after.kind === 'working' ? 'after' : null
}
