import type { Port } from '../../src-shared/blocks/kind.ts'

/** Pixels at 100 % zoom; the card's style sheet uses the same numbers (design/interface.md, A block). */
export const CARD = { width: 240, header: 36, line: 18, padding: 8, row: 28, corner: 8 } as const

const CHARACTERS_PER_LINE = 34
const MOST_LINES = 2

/** How many lines of a summary a card shows; its text is cut there, so the card's height is known without drawing it. */
export function summaryLines(summary: string): number {
  const lines = summary
    .split('\n')
    .filter(line => line.trim() !== '')
    .reduce((sum, line) => sum + Math.ceil([...line].length / CHARACTERS_PER_LINE), 0)
  return Math.min(MOST_LINES, lines)
}

/** Ports that have a row of their own: a single way on has its place beside the title. */
export function hasPortRows(ports: readonly Port[]): boolean {
  return ports.length > 1 || ports.some(({ role }) => role === 'option')
}

export type CardSize = Readonly<{
  height: number
  lines: number
  /** Middle of each port's handle, from the card's top. */
  portY: readonly number[]
  inputY: number
}>

/** The measures of a card, from what it shows. */
export function cardSize(summary: string, ports: readonly Port[]): CardSize {
  const lines = summaryLines(summary)
  const body = lines === 0 ? 0 : lines * CARD.line + CARD.padding
  const top = CARD.header + body
  const middle = CARD.header / 2
  if (!hasPortRows(ports)) return { height: top, lines, portY: ports.map(() => middle), inputY: middle }
  const portY = ports.map((_, index) => top + index * CARD.row + CARD.row / 2)
  return { height: top + ports.length * CARD.row + CARD.padding / 2, lines, portY, inputY: middle }
}
