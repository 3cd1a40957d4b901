import type { Box } from './box.ts'
import { around } from './placed-groups.ts'

type Viewport = Readonly<{ x: number; y: number; zoom: number }>
type Size = Readonly<{ width: number; height: number }>

const MARGIN = 40

/** Below this a first look at a flow shows nothing that can be read; then it begins at its entry instead. */
const LEAST_ZOOM = 0.6

const BEGINNING_ZOOM = 0.8

export const ZOOM = { least: 0.04, most: 2 } as const

/** The view in which a box fills the canvas, never larger than 100 %. */
export function viewOf(box: Box, size: Size): Viewport {
  const zoom = Math.min(
    (size.width - 2 * MARGIN) / (box.right - box.left),
    (size.height - 2 * MARGIN) / (box.bottom - box.top),
    1,
  )
  return centred(box, size, Math.max(ZOOM.least, zoom))
}

/** The view a flow is first shown in: all of it where that can be read, else its beginning at the left. */
export function firstView(all: Box, entry: Box, size: Size): Viewport {
  const whole = viewOf(all, size)
  if (whole.zoom >= LEAST_ZOOM) return whole
  const zoom = BEGINNING_ZOOM
  const x = MARGIN - entry.left * zoom
  const above = (entry.top - all.top) * zoom
  const y = above < size.height / 2 ? MARGIN - all.top * zoom : size.height / 2 - entry.top * zoom
  return { x, y, zoom }
}

/** The view on what happens at some blocks: all of them where they can be read, else the last. */
export function followView(boxes: readonly Box[], end: Box, size: Size): Viewport {
  const whole = viewOf(around(boxes) ?? end, size)
  return whole.zoom >= LEAST_ZOOM ? whole : centred(end, size, BEGINNING_ZOOM)
}

function centred({ left, top, right, bottom }: Box, { width, height }: Size, zoom: number): Viewport {
  return { x: width / 2 - ((left + right) / 2) * zoom, y: height / 2 - ((top + bottom) / 2) * zoom, zoom }
}
