import type { BotDocRecord } from '../../src-shared/document/records.ts'
import { CARD } from './block-size.ts'
import { visibleBox } from './box.ts'
import { useCanvasView } from './canvas-view.ts'
import type { Point } from './edge-path.ts'

/** A card of unknown content is taken to be so high. */
const TYPICAL_HEIGHT = 92

let pointer: Point | null = null

/** Remembers where the pointer is over the canvas, in canvas pixels; null when it is elsewhere. */
export function rememberPointer(at: Point | null): void {
  pointer = at
}

/** Where new things go: the pointer, or the middle of the view. */
export function targetPoint(): Point {
  const { left, top, right, bottom } = visibleBox(useCanvasView.getState())
  return pointer ?? { x: (left + right) / 2, y: (top + bottom) / 2 }
}

/** The upper left corner that puts blocks and notes, where they lie now, around the target; a card's where there are none. */
export function cornerAround(records: readonly BotDocRecord[]): Point {
  const at = targetPoint()
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -Infinity, -Infinity]
  for (const record of records) {
    if (record.type !== 'block' && record.type !== 'note') continue
    const width = record.type === 'note' ? record.width : CARD.width
    const height = record.type === 'note' ? record.height : TYPICAL_HEIGHT
    left = Math.min(left, record.x)
    top = Math.min(top, record.y)
    right = Math.max(right, record.x + width)
    bottom = Math.max(bottom, record.y + height)
  }
  const isEmpty = left > right
  const [width, height] = isEmpty ? [CARD.width, TYPICAL_HEIGHT] : [right - left, bottom - top]
  return { x: at.x - width / 2, y: at.y - height / 2 }
}
