import type { Family } from '../../src-shared/blocks/kind.ts'
import { kindNamed } from '../../src-shared/blocks/kinds.ts'
import type { EdgeId } from '../../src-shared/document/ids.ts'
import { offsetOf } from './block-offset.ts'
import { CARD } from './block-size.ts'
import { visibleBox } from './box.ts'
import { drawDots } from './draw-dots.ts'
import { drawGroups, drawNotes } from './draw-groups.ts'
import { drawLabels } from './draw-labels.ts'
import { drawOverview } from './draw-overview.ts'
import { drawEdge, type EdgeEnds, type Point } from './edge-path.ts'
import type { Picture } from './picture.ts'
import type { PlacedBlock } from './placed-blocks.ts'
import { endsOf, type PlacedEdge } from './placed-edges.ts'

/** Below it blocks are drawn here as shapes instead of being mounted as cards (design/interface.md, A block). */
export const CARDS_FROM_ZOOM = 0.45

/** Below it they are mere boxes, and edges straight lines. */
export const SHAPES_FROM_ZOOM = 0.2

const EDGE_MARGIN = 40

type Context = CanvasRenderingContext2D

/** Draws everything of the canvas that is not a mounted card, in one go. */
export function drawScene(context: Context, picture: Picture): void {
  const { view, ratio } = picture
  const { x, y, zoom } = view.viewport
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, context.canvas.width, context.canvas.height)
  context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * x, ratio * y)
  if (zoom < SHAPES_FROM_ZOOM && !view.drag) {
    drawOverview(context, picture)
    return
  }
  if (zoom >= CARDS_FROM_ZOOM) drawDots(context, picture)
  drawGroups(context, picture)
  drawEdges(context, picture)
  const hasCards = zoom >= CARDS_FROM_ZOOM && !view.isZooming
  if (!hasCards || view.isFilling) {
    drawBlocks(context, picture)
    drawNotes(context, picture)
  }
  if (hasCards && !view.drag && !view.glide) drawLabels(context, picture)
}

/** Blocks and edges no test comes by are drawn with such dashes, in pixels of the screen. */
const DASHES = [5, 4]

type Look = 'plain' | 'strong' | 'accent' | 'missed'

function drawEdges(context: Context, picture: Picture): void {
  const { scene, view, colours } = picture
  const { zoom } = view.viewport
  const paths: Record<Look, Path2D> = {
    plain: new Path2D(),
    strong: new Path2D(),
    accent: new Path2D(),
    missed: new Path2D(),
  }
  for (const edge of edgesInView(picture)) {
    const ends = movedEnds(edge, picture)
    if (!ends) continue
    const pen = paths[lookOf(edge, picture)]
    if (zoom >= SHAPES_FROM_ZOOM) drawEdge(pen, ends)
    else {
      pen.moveTo(ends.from.x, ends.from.y)
      pen.lineTo(ends.to.x, ends.to.y)
    }
  }
  const thin = Math.max(1.5, 0.8 / zoom)
  context.lineCap = 'round'
  context.globalAlpha = zoom < SHAPES_FROM_ZOOM && scene.edges.size > 1000 ? 0.5 : 1
  strokeWith(context, paths.plain, colours.edge, zoom < SHAPES_FROM_ZOOM ? 0.8 / zoom : thin)
  context.globalAlpha = 1
  context.setLineDash(DASHES.map(length => length / zoom))
  strokeWith(context, paths.missed, colours.edge, thin)
  context.setLineDash([])
  strokeWith(context, paths.strong, colours.edgeStrong, thin * 1.4)
  strokeWith(context, paths.accent, colours.accent, thin * 1.7)
}

function strokeWith(context: Context, path: Path2D, colour: string, width: number): void {
  context.strokeStyle = colour
  context.lineWidth = width
  context.stroke(path)
}

/** While blocks are dragged, their edges are looked for as well: where they were says nothing of where they are. */
function edgesInView({ scene, view, selection }: Picture): Iterable<PlacedEdge> {
  const found = scene.edgesIn(visibleBox(view, EDGE_MARGIN))
  if (!view.drag) return found
  const edges = new Set(found)
  for (const id of selection.blocks) for (const edge of scene.edgesAt(id)) edges.add(edge)
  return edges
}

function movedEnds({ record, from, to, ends }: PlacedEdge, { view, selection }: Picture): EdgeEnds | null {
  if (!view.drag && !view.glide) return ends
  if (!view.glide && !selection.blocks.has(record.from) && !selection.blocks.has(record.to)) return ends
  const by = ({ record: { id } }: PlacedBlock) => offsetOf(view, selection.blocks.has(id), id)
  return endsOf(record.port, from, to, by(from), by(to))
}

function lookOf({ record }: PlacedEdge, { selection, trail, coverage, view }: Picture): Look {
  const id: EdgeId = record.id
  if (selection.edges.has(id) || trail.edges.has(id)) return 'accent'
  const touches = selection.blocks.has(record.from) || selection.blocks.has(record.to)
  if (view.hoveredEdge === id || (touches && selection.blocks.size < 20)) return 'strong'
  if (!coverage) return 'plain'
  return coverage.edges.has(id) ? 'strong' : 'missed'
}

function drawBlocks(context: Context, picture: Picture): void {
  const { scene, view, colours } = picture
  const blocks = scene.blocksIn(visibleBox(view))
  const asShapes = view.viewport.zoom >= SHAPES_FROM_ZOOM
  const cards = new Path2D()
  const marks = new Map<Family, Path2D>()
  const lines = new Path2D()
  const chosen = new Path2D()
  const missed = new Path2D()
  for (const block of blocks) {
    const { x, y } = placeOf(block, picture)
    const family = kindNamed(block.record.kind)?.family ?? 'act'
    const mark = marks.get(family) ?? new Path2D()
    marks.set(family, mark)
    if (asShapes) drawShape({ x, y }, block, cards, mark, lines)
    else mark.rect(x, y, CARD.width, block.size.height)
    if (picture.coverage?.blocks.has(block.record.id) === false)
      missed.rect(x - 4, y - 4, CARD.width + 8, block.size.height + 8)
    if (isChosen(block, picture)) chosen.rect(x - 6, y - 6, CARD.width + 12, block.size.height + 12)
  }
  if (asShapes) {
    context.fillStyle = colours.raised
    context.fill(cards)
    strokeWith(context, cards, colours.border, 1 / view.viewport.zoom)
    context.fillStyle = colours.quiet
    context.fill(lines)
  }
  context.globalAlpha = asShapes ? 1 : 0.75
  for (const [family, path] of marks) {
    context.fillStyle = colours.families[family]
    context.fill(path)
  }
  context.globalAlpha = 1
  context.setLineDash(DASHES.map(length => length / view.viewport.zoom))
  strokeWith(context, missed, colours.text, 1.5 / view.viewport.zoom)
  context.setLineDash([])
  strokeWith(context, chosen, colours.accent, 2 / view.viewport.zoom)
}

/** A card without its words: tile, title, lines and rows keep their places, so that nothing jumps while zooming. */
function drawShape(
  { x, y }: Point,
  { size, ports }: PlacedBlock,
  cards: Path2D,
  mark: Path2D,
  lines: Path2D,
): void {
  cards.roundRect(x, y, CARD.width, size.height, CARD.corner)
  mark.roundRect(x + 8, y + 6, 24, 24, 5)
  lines.rect(x + 40, y + 13, 110, 10)
  for (let line = 0; line < size.lines; line += 1)
    lines.rect(x + 10, y + CARD.header + line * CARD.line + 6, line === 0 ? 200 : 140, 6)
  if (size.portY.some(portY => portY !== size.inputY))
    ports.forEach((_, index) => {
      lines.rect(x + 10, y + (size.portY[index] ?? 0) - 4, 120, 8)
    })
}

function placeOf({ record }: PlacedBlock, { view, selection }: Picture): Point {
  const { x, y } = offsetOf(view, selection.blocks.has(record.id), record.id)
  return { x: record.x + x, y: record.y + y }
}

function isChosen({ record }: PlacedBlock, { selection, trail }: Picture): boolean {
  return selection.blocks.has(record.id) || trail.active === record.id
}
