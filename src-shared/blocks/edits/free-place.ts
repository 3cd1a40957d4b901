import type { BotDocument } from '../../document/bot-document.ts'
import type { FlowId } from '../../document/ids.ts'
import type { BlockRecord } from '../../document/records.ts'
import { portsOf } from '../way-on.ts'

type Place = Readonly<{ x: number; y: number }>

/** Canvas pixels, all on its grid of 8. A new flow's entry stands at the first place. */
const FIRST: Place = { x: 80, y: 160 }
const WIDTH = 240
const GAP = 24
const COLUMN = WIDTH + 80

/** Further below the block it follows than this, a new one is no longer beside it. */
const BESIDE = 480

/** The most a block's card is high: its title, two lines and a row per port. Cards are drawn in src-renderer/canvas. */
export function roomFor(block: Pick<BlockRecord, 'kind' | 'data'>): number {
  const ports = portsOf(block)
  const rows = ports.length > 1 || ports.some(({ role }) => role === 'option') ? ports.length * 28 + 4 : 0
  return 80 + rows
}

/**
 * Where a block can stand without covering another: right of the one it follows, below what is there already; in the
 * same column when that is nearer. Without one to follow, below everything.
 */
export function freePlace(
  document: BotDocument,
  flow: FlowId,
  block: Pick<BlockRecord, 'kind' | 'data'>,
  after: BlockRecord | null,
): Place {
  const others = [...document.blocksOf(flow).values()]
  if (!after) return belowAll(others)
  const room = roomFor(block)
  const right = freeInColumn(others, after.x + COLUMN, after.y, room)
  if (right.y - after.y <= BESIDE) return right
  const below = freeInColumn(others, after.x, after.y + roomFor(after) + GAP, room)
  return below.y < right.y ? below : right
}

function belowAll(others: readonly BlockRecord[]): Place {
  if (others.length === 0) return FIRST
  let [x, y] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const other of others) {
    x = Math.min(x, other.x)
    y = Math.max(y, other.y + roomFor(other) + GAP)
  }
  return { x: toGrid(x), y: toGrid(y) }
}

/** The first free place of a column from `top` on. */
function freeInColumn(others: readonly BlockRecord[], x: number, top: number, room: number): Place {
  const inColumn = others.filter(other => other.x < x + WIDTH + GAP && other.x + WIDTH + GAP > x)
  let y = toGrid(top)
  for (const other of inColumn.sort((a, b) => a.y - b.y)) {
    if (other.y + roomFor(other) + GAP <= y) continue
    if (other.y >= y + room + GAP) break
    y = toGrid(other.y + roomFor(other) + GAP)
  }
  return { x: toGrid(x), y }
}

/** Rounds away from what is above. */
function toGrid(value: number): number {
  return Math.ceil(value / 8) * 8
}
