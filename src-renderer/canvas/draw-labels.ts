import type { EdgeId } from '../../src-shared/document/ids.ts'
import { type Box, visibleBox } from './box.ts'
import { type EdgeEnds, pointOn } from './edge-path.ts'
import type { Picture } from './picture.ts'
import type { PlacedEdge } from './placed-edges.ts'
import type { Scene } from './scene.ts'

const FONT = '12px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif'
const MOST_LENGTH = 40
const HEIGHT = 20
const PADDING = 6

/** Along the edge, the middle first. */
const TRIES = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8] as const

/** Measuring is what costs most; the same texts are drawn at every frame. */
const widths = new Map<string, number>()
const MOST_WIDTHS = 2000

/** The texts of options that their cards cut off, on their edges, where they cover no card. */
export function drawLabels(context: CanvasRenderingContext2D, picture: Picture): void {
  const { scene, view, colours, selection } = picture
  const labelled = scene.edgesIn(visibleBox(view)).filter(({ label }) => label !== null)
  if (labelled.length === 0) return
  context.font = FONT
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  for (const edge of labelled) {
    const text = shortened(edge.label ?? '')
    const box = placeLabel(scene, edge, widthOf(context, text) + 2 * PADDING)
    if (!box) continue
    const isStrong = isChosen(edge.record.id, picture) || selection.blocks.has(edge.record.from)
    context.fillStyle = colours.raised
    context.strokeStyle = isStrong ? colours.edgeStrong : colours.border
    context.lineWidth = 1
    context.beginPath()
    context.roundRect(box.left, box.top, box.right - box.left, HEIGHT, 6)
    context.fill()
    context.stroke()
    context.fillStyle = isStrong ? colours.edgeStrong : colours.text
    context.fillText(text, (box.left + box.right) / 2, (box.top + box.bottom) / 2 + 1)
  }
}

/** Where something of a width has room on its edge; null where every place that is tried would cover a card. */
export function placeLabel(
  scene: Scene,
  { ends }: Pick<PlacedEdge, 'ends'>,
  width: number,
  tries: readonly number[] = TRIES,
): Box | null {
  for (const t of tries) {
    const box = boxAt(ends, t, width)
    if (scene.blocksIn(box).length === 0) return box
  }
  return null
}

function boxAt(ends: EdgeEnds, t: number, width: number): Box {
  const { x, y } = pointOn(ends, t)
  return { left: x - width / 2, top: y - HEIGHT / 2, right: x + width / 2, bottom: y + HEIGHT / 2 }
}

export function shortened(label: string): string {
  const letters = [...label.replace(/\s+/g, ' ')]
  return letters.length > MOST_LENGTH ? `${letters.slice(0, MOST_LENGTH - 1).join('')}…` : letters.join('')
}

function widthOf(context: CanvasRenderingContext2D, text: string): number {
  const known = widths.get(text)
  if (known !== undefined) return known
  if (widths.size > MOST_WIDTHS) widths.clear()
  const { width } = context.measureText(text)
  widths.set(text, width)
  return width
}

function isChosen(id: EdgeId, { selection, view }: Picture): boolean {
  return selection.edges.has(id) || view.hoveredEdge === id
}
