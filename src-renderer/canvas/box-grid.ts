import { type Box, meets } from './box.ts'

/** Canvas pixels; a screen at 100 % is a dozen cells. */
const CELL = 512

/** A box over more cells than this is kept apart: a few long edges are cheaper to look at than to spread out. */
const MOST_CELLS = 64

type Placed = Readonly<{ box: Box }>

/**
 * Finds things by place, so that a frame costs what is in view and an edit what it moved, whatever the size of the flow
 * (research/performance.md 6.2). A thing is known by what it is: one that moves is dropped, and put again as another.
 */
export class BoxGrid<Item extends Placed> {
  private readonly items = new Set<Item>()
  private readonly cells = new Map<number, Item[]>()
  private readonly large = new Set<Item>()

  put(item: Item): void {
    if (this.items.has(item)) return
    this.items.add(item)
    const area = cellsOf(item.box)
    if (countOf(area) > MOST_CELLS) this.large.add(item)
    else this.spread(item, area)
  }

  drop(item: Item): void {
    if (!this.items.delete(item) || this.large.delete(item)) return
    const { x0, y0, x1, y1 } = cellsOf(item.box)
    for (let x = x0; x <= x1; x += 1)
      for (let y = y0; y <= y1; y += 1) {
        const cell = this.cells.get(keyOf(x, y)) ?? []
        cell.splice(cell.indexOf(item), 1)
        if (cell.length === 0) this.cells.delete(keyOf(x, y))
      }
  }

  clear(): void {
    this.items.clear()
    this.cells.clear()
    this.large.clear()
  }

  /** All things that meet a box. */
  find(box: Box): Item[] {
    const found: Item[] = []
    this.some(box, item => {
      found.push(item)
      return false
    })
    return found
  }

  /** Whether anything meets a box. */
  isMet(box: Box): boolean {
    return this.some(box, isAny)
  }

  private spread(item: Item, { x0, y0, x1, y1 }: Area): void {
    for (let x = x0; x <= x1; x += 1)
      for (let y = y0; y <= y1; y += 1) {
        const key = keyOf(x, y)
        const cell = this.cells.get(key)
        if (cell) cell.push(item)
        else this.cells.set(key, [item])
      }
  }

  /** Shows what meets a box, each thing once, until one is accepted. */
  private some(box: Box, accepts: (item: Item) => boolean): boolean {
    const area = cellsOf(box)
    if (countOf(area) > this.cells.size) {
      for (const item of this.items) if (meets(item.box, box) && accepts(item)) return true
      return false
    }
    for (const item of this.large) if (meets(item.box, box) && accepts(item)) return true
    for (let x = area.x0; x <= area.x1; x += 1)
      for (let y = area.y0; y <= area.y1; y += 1)
        for (const item of this.cells.get(keyOf(x, y)) ?? NOTHING)
          if (meets(item.box, box) && isFirst(item.box, area, x, y) && accepts(item as Item)) return true
    return false
  }
}

const NOTHING: readonly never[] = []

const isAny = () => true

/** Whether this is the first cell of the area in which the box lies: it is in several, and counts in one. */
function isFirst({ left, top }: Box, { x0, y0 }: Area, x: number, y: number): boolean {
  return x === Math.max(x0, cellAt(left)) && y === Math.max(y0, cellAt(top))
}

/** The cells from `x0`, `y0` to `x1`, `y1`, both among them. */
type Area = Readonly<{ x0: number; y0: number; x1: number; y1: number }>

function cellsOf({ left, top, right, bottom }: Box): Area {
  return { x0: cellAt(left), y0: cellAt(top), x1: cellAt(right), y1: cellAt(bottom) }
}

function countOf({ x0, y0, x1, y1 }: Area): number {
  return (x1 - x0 + 1) * (y1 - y0 + 1)
}

/** Eight million pixels to each side; whatever lies further out shares the cells at the rim. */
const RIM = 1 << 14

function cellAt(place: number): number {
  return Math.max(-RIM, Math.min(RIM - 1, Math.floor(place / CELL)))
}

/** Small whole numbers are what maps find fastest: two of 15 bits make one. */
function keyOf(x: number, y: number): number {
  return ((x + RIM) << 15) | (y + RIM)
}
