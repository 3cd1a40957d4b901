import type { CanvasView } from './at-rest.ts'
import type { Look } from './box.ts'
import type { Point } from './edge-path.ts'

/** What a layer holds: the look it was drawn for, and by how many pixels of the screen it reaches beyond the view. */
export type Drawn = Look & Readonly<{ margin: number }>

/** While one pans, so much more is drawn on every side: enough for some frames, and at most twice the work of one. */
const PAN_MARGIN = 256

/** How far a drawing has to be moved to show what is looked at now; null when it has to be drawn again. */
export function shiftOf(drawn: Drawn, { viewport, size }: Look, isMoving: boolean): Point | null {
  if (viewport.zoom !== drawn.viewport.zoom || size !== drawn.size) return null
  const [x, y] = [viewport.x - drawn.viewport.x, viewport.y - drawn.viewport.y]
  // At rest nothing is moved that was not drawn at its place, else it would blur.
  if (!isMoving) return x === 0 && y === 0 && drawn.margin === 0 ? { x, y } : null
  return Math.max(Math.abs(x), Math.abs(y)) <= drawn.margin ? { x, y } : null
}

/** The margin with which to draw: none but for a view that moves at one scale over blocks that stay where they are. */
export function marginFor(drawn: Drawn | null, view: CanvasView): number {
  const isPanning = view.isMoving && !view.drag && !view.glide && drawn?.viewport.zoom === view.viewport.zoom
  return isPanning ? PAN_MARGIN : 0
}

/** The look that has a margin around another one in view. */
export function withMargin({ viewport: { x, y, zoom }, size }: Look, margin: number): Look {
  return {
    viewport: { x: x + margin, y: y + margin, zoom },
    size: { width: size.width + 2 * margin, height: size.height + 2 * margin },
  }
}
