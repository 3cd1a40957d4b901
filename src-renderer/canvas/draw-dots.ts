import { visibleBox } from './box.ts'
import type { Picture } from './picture.ts'

/** Canvas pixels between two dots of the background. */
const DOT_GAP = 24

type Tile = Readonly<{ pattern: CanvasPattern; side: number; key: string }>

let known: Tile | null = null

/** The dots of the background: one repeated tile, instead of some two thousand single ones in every frame. */
export function drawDots(context: CanvasRenderingContext2D, { view, colours, ratio }: Picture): void {
  const scale = view.viewport.zoom * ratio
  const tile = tileOf(context, scale, colours.dot)
  if (!tile) return
  const { left, top, right, bottom } = visibleBox(view)
  const half = DOT_GAP / 2
  tile.pattern.setTransform(new DOMMatrix([DOT_GAP / tile.side, 0, 0, DOT_GAP / tile.side, -half, -half]))
  context.fillStyle = tile.pattern
  context.fillRect(left, top, right - left, bottom - top)
}

/** A dot in the middle of a square of device pixels. */
function tileOf(context: CanvasRenderingContext2D, scale: number, colour: string): Tile | null {
  const side = Math.max(4, Math.round(DOT_GAP * scale))
  const key = `${side} ${colour}`
  if (known?.key === key) return known
  const canvas = new OffscreenCanvas(side, side)
  const pen = canvas.getContext('2d')
  if (!pen) return null
  const size = Math.max(1, Math.round(1.5 * Math.min(1, scale / 0.75)))
  pen.fillStyle = colour
  pen.fillRect(Math.round((side - size) / 2), Math.round((side - size) / 2), size, size)
  const pattern = context.createPattern(canvas as unknown as CanvasImageSource, 'repeat')
  known = pattern && { pattern, side, key }
  return known
}
