import type { BlockId } from '../../src-shared/document/ids.ts'
import type { OutlineSection } from '../../src-shared/outline/outline.ts'

/** A line of the view: the heading of a section, or a step with its number in the flow and its place in the section. */
export type Row =
  | Readonly<{ type: 'section'; key: string; from: OutlineSection['from']; first: BlockId; size: number }>
  | Readonly<{ type: 'step'; key: BlockId; number: number; position: number; size: number }>
export type StepLine = Extract<Row, { type: 'step' }>

/** The lines of an outline, numbered through. */
export function rowsOf(sections: readonly OutlineSection[]): readonly Row[] {
  const rows: Row[] = []
  let number = 0
  for (const { from, steps } of sections) {
    const [first] = steps
    if (!first) continue
    const size = steps.length
    rows.push({ type: 'section', key: `${from}-${first}`, from, first, size })
    steps.forEach((key, at) => {
      number += 1
      rows.push({ type: 'step', key, number, position: at + 1, size })
    })
  }
  return rows
}

/** Where a key leads among the lines: headings are no steps. Null when the key is not one that moves. */
export function stepBy(rows: readonly Row[], at: number, key: string): number | null {
  const isStep = (index: number) => rows[index]?.type === 'step'
  const towards = (from: number, sign: 1 | -1) => {
    for (let index = from; index >= 0 && index < rows.length; index += sign) if (isStep(index)) return index
    return at
  }
  switch (key) {
    case 'ArrowDown':
      return towards(at + 1, 1)
    case 'ArrowUp':
      return towards(at - 1, -1)
    case 'Home':
      return towards(0, 1)
    case 'End':
      return towards(rows.length - 1, -1)
    case 'PageDown':
      return towards(Math.min(rows.length - 1, at + PAGE), 1)
    case 'PageUp':
      return at > PAGE ? towards(at - PAGE, -1) : towards(0, 1)
    default:
      return null
  }
}

const PAGE = 8

/**
 * The step that typed signs mean: its number, or the beginning of its title. One sign goes on to the next that fits,
 * more stay with the present one while it fits.
 */
export function stepTyped(
  rows: readonly Row[],
  at: number,
  typed: string,
  title: (id: BlockId) => string,
): number | null {
  const sought = typed.toLowerCase()
  const from = [...typed].length === 1 ? at + 1 : at
  const isNumber = /^\d+$/.test(typed)
  for (let count = 0; count < rows.length; count += 1) {
    const index = (from + count) % rows.length
    const row = rows[index]
    if (row?.type !== 'step') continue
    if (isNumber ? row.number === Number(typed) : title(row.key).toLowerCase().startsWith(sought))
      return index
  }
  return null
}
