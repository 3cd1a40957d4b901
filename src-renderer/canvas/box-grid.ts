import { type Box, meets } from './box.ts'

/** Canvas pixels; a screen at 100 % is a dozen cells. */
const CELL = 512

/** A box over more cells than this is kept apart: a few long edges are cheaper to look at than to spread out. */
const MOST_CELLS = 64

/**
 * Finds boxes by place, so that a frame costs what is in view and an edit what it moved, whatever the size of the flow
 * (research/performance.md 6.2).
 */
export class BoxGrid<Id> {
  private readonly boxes = new Map<Id, Box>()
  private readonly cells = new Map<string, Set<Id>>()
  private readonly large = new Set<Id>()

  put(id: Id, box: Box): void {
    this.drop(id)
    this.boxes.set(id, box)
    const keys = cellsOf(box)
    if (keys === null) this.large.add(id)
    else for (const key of keys) this.cell(key).add(id)
  }

  drop(id: Id): void {
    const box = this.boxes.get(id)
    if (!box) return
    this.boxes.delete(id)
    this.large.delete(id)
    for (const key of cellsOf(box) ?? []) {
      const cell = this.cells.get(key)
      cell?.delete(id)
      if (cell?.size === 0) this.cells.delete(key)
    }
  }

  /** The ids of all boxes that meet a box. */
  find(box: Box): Set<Id> {
    const found = new Set<Id>()
    const look = (ids: Iterable<Id>) => {
      for (const id of ids) {
        const other = this.boxes.get(id)
        if (other && meets(other, box)) found.add(id)
      }
    }
    const keys = cellsOf(box, this.cells.size)
    if (keys === null) {
      look(this.boxes.keys())
      return found
    }
    look(this.large)
    for (const key of keys) look(this.cells.get(key) ?? [])
    return found
  }

  private cell(key: string): Set<Id> {
    const cell = this.cells.get(key) ?? new Set()
    this.cells.set(key, cell)
    return cell
  }
}

/** The cells a box lies in, or null when they are more than `most`. */
function cellsOf({ left, top, right, bottom }: Box, most: number = MOST_CELLS): string[] | null {
  const [x0, y0, x1, y1] = [left, top, right, bottom].map(value => Math.floor(value / CELL)) as [
    number,
    number,
    number,
    number,
  ]
  if ((x1 - x0 + 1) * (y1 - y0 + 1) > most) return null
  const keys: string[] = []
  for (let x = x0; x <= x1; x += 1) for (let y = y0; y <= y1; y += 1) keys.push(`${x},${y}`)
  return keys
}
