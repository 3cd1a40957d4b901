import type { MatchGroup } from './order-matches.ts'

/** Pixels; the style sheet uses the same. */
export const HEADER = 28
export const ROW = 46
const MARGIN = 6 * ROW

/** A line of the list: the head of a group, or one of its matches. */
export type Line = Readonly<{ top: number; group: MatchGroup; match: number | null }>

/** The height of all lines. */
export function linesOf(groups: readonly MatchGroup[]): number {
  return groups.reduce((sum, { count }) => sum + HEADER + count * ROW, 0)
}

/** Where the line of a match begins. */
export function lineOf(groups: readonly MatchGroup[], match: number): number {
  const heads = groups.filter(({ from }) => from <= match).length
  return heads * HEADER + match * ROW
}

/** The lines in sight and a few around them. */
export function shownLines(
  groups: readonly MatchGroup[],
  view: { top: number; height: number },
): readonly Line[] {
  const [least, most] = [view.top - MARGIN, view.top + view.height + MARGIN]
  const lines: Line[] = []
  let top = 0
  for (const group of groups) {
    if (top + HEADER > least && top < most) lines.push({ top, group, match: null })
    top += HEADER
    const first = Math.max(0, Math.floor((least - top) / ROW))
    const last = Math.min(group.count, Math.ceil((most - top) / ROW))
    for (let at = first; at < last; at += 1)
      lines.push({ top: top + at * ROW, group, match: group.from + at })
    top += group.count * ROW
  }
  return lines
}
