import type { BlockId } from '../../src-shared/document/ids.ts'
import { useCanvasView } from './canvas-view.ts'
import type { Point } from './edge-path.ts'

const GLIDE_MS = 160

/** More than these are not followed by any eye; they are just there. */
const MOST = 2000

/** Lets blocks that an edit has moved come from where they were; not where motion is not wanted. */
export function glideFrom(before: ReadonlyMap<BlockId, Point>, after: ReadonlyMap<BlockId, Point>): void {
  if (after.size > MOST || matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const offsets = new Map<BlockId, Point>()
  for (const [id, { x, y }] of after) {
    const from = before.get(id)
    if (from) offsets.set(id, { x: from.x - x, y: from.y - y })
  }
  const startedAt = performance.now()
  const step = () => {
    const left = 1 - (performance.now() - startedAt) / GLIDE_MS
    if (left <= 0) {
      useCanvasView.setState({ glide: null })
      return
    }
    useCanvasView.setState({ glide: { offsets, left: left * left } })
    requestAnimationFrame(step)
  }
  step()
}
