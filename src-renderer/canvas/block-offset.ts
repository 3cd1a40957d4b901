import type { BlockId } from '../../src-shared/document/ids.ts'
import type { CanvasView } from './at-rest.ts'
import type { Point } from './edge-path.ts'

const STAY: Point = { x: 0, y: 0 }

/** How far a block is from where it lies: dragged with the selection, or still on its way there. */
export function offsetOf(
  { drag, glide }: Pick<CanvasView, 'drag' | 'glide'>,
  isSelected: boolean,
  id: BlockId,
): Point {
  if (drag) return isSelected ? drag : STAY
  const from = glide?.offsets.get(id)
  return from && glide ? { x: from.x * glide.left, y: from.y * glide.left } : STAY
}
