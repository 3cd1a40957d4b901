import type { Box, Look } from '../../src-renderer/canvas/box.ts'
import type { Point } from '../../src-renderer/canvas/edge-path.ts'
import { ZOOM } from '../../src-renderer/canvas/first-view.ts'

export type Viewport = Look['viewport']

/** Zooms so that what is under a place of the screen stays there. */
export function zoomedAt({ x, y, zoom }: Viewport, at: Point, factor: number): Viewport {
  const next = Math.min(ZOOM.most, Math.max(ZOOM.least, zoom * factor))
  const by = next / zoom
  return { x: at.x - (at.x - x) * by, y: at.y - (at.y - y) * by, zoom: next }
}

export function pannedBy({ x, y, zoom }: Viewport, by: Point): Viewport {
  return { x: x + by.x, y: y + by.y, zoom }
}

/** The least movement that brings a box into sight, at a zoom its words can be read at. */
export function withInSight(viewport: Viewport, size: Look['size'], box: Box): Viewport {
  const zoom = Math.max(viewport.zoom, 0.6)
  const near = zoom === viewport.zoom ? viewport : centredOn(box, size, zoom)
  const [left, top] = [box.left * zoom + near.x, box.top * zoom + near.y]
  const [right, bottom] = [box.right * zoom + near.x, box.bottom * zoom + near.y]
  const isIn = left >= 8 && top >= 8 && right <= size.width - 8 && bottom <= size.height - 8
  return isIn ? near : centredOn(box, size, zoom)
}

function centredOn({ left, top, right, bottom }: Box, { width, height }: Look['size'], zoom: number) {
  return { x: width / 2 - ((left + right) / 2) * zoom, y: height / 2 - ((top + bottom) / 2) * zoom, zoom }
}
