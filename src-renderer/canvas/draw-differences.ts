import { type Mark, SIGNS } from '../../src-shared/compare/change-list.ts'
import type { Spot } from '../../src-shared/compare/difference.ts'
import type { DrawnMarks } from '../../src-shared/compare/difference-marks.ts'
import type { BlockId, EdgeId, GroupId, NoteId } from '../../src-shared/document/ids.ts'
import { drawEdge, type EdgeEnds, pointOn } from './edge-path.ts'

type Box = Readonly<{ left: number; top: number; right: number; bottom: number }>

/** Where things lie on a drawing, in canvas pixels; null for what is not drawn on it. */
export type Drawn = Readonly<{
  block: (id: BlockId) => Box | null
  note: (id: NoteId) => Box | null
  group: (id: GroupId) => Box | null
  edge: (id: EdgeId) => EdgeEnds | null
}>

/** `paper` is what signs are written in on their marks. */
export type DifferenceColours = Readonly<Record<Mark, string> & { paper: string }>

type Context = CanvasRenderingContext2D

/** Lines tell marks apart as well as colours do: lengths in canvas pixels at 100 %, drawn and left out. */
export const DASHES: Readonly<Record<Mark, readonly number[]>> = {
  added: [],
  removed: [9, 6],
  changed: [14, 4, 3, 4],
  moved: [3, 5],
}

const AROUND = 7
const CORNER = 12
const BADGE = 20
/** Screen pixels a sign has at least, however far away it is looked at from. */
const LEAST_BADGE = 13

/**
 * Draws what became of each thing around it: a line of its mark's colour and dashes, and a sign at its corner. The
 * context is in canvas pixels at `zoom`. Pure: it knows neither the window nor where the marks come from.
 */
export function drawDifferences(
  context: Context,
  marks: DrawnMarks,
  drawn: Drawn,
  colours: DifferenceColours,
  zoom: number,
): void {
  const pen: Pen = { context, colours, zoom }
  for (const [id, from] of marks.from)
    drawWay(pen, from, drawn.block(id as BlockId) ?? drawn.note(id as NoteId))
  for (const [id, mark] of marks.groups) drawFrame(pen, drawn.group(id), mark)
  for (const [id, mark] of marks.edges) drawMarkedEdge(pen, drawn.edge(id), mark)
  for (const [id, mark] of marks.notes) drawFrame(pen, drawn.note(id), mark)
  for (const [id, mark] of marks.blocks) drawFrame(pen, drawn.block(id), mark)
  context.setLineDash([])
}

type Pen = Readonly<{ context: Context; colours: DifferenceColours; zoom: number }>

function stroke({ context, colours, zoom }: Pen, mark: Mark, width: number): void {
  const scale = Math.max(1, 0.6 / zoom)
  context.setLineDash(DASHES[mark].map(length => length * scale))
  context.lineWidth = Math.max(width, (0.75 * width) / zoom)
  context.strokeStyle = colours[mark]
  context.stroke()
}

function drawFrame(pen: Pen, box: Box | null, mark: Mark): void {
  if (!box) return
  const { context, colours } = pen
  context.beginPath()
  context.roundRect(
    box.left - AROUND,
    box.top - AROUND,
    box.right - box.left + 2 * AROUND,
    box.bottom - box.top + 2 * AROUND,
    CORNER,
  )
  context.globalAlpha = 0.14
  context.fillStyle = colours[mark]
  context.fill()
  context.globalAlpha = 1
  stroke(pen, mark, mark === 'moved' ? 1.5 : 3)
  drawSign(pen, mark, box.left - AROUND, box.top - AROUND)
}

function drawMarkedEdge(pen: Pen, ends: EdgeEnds | null, mark: Mark): void {
  if (!ends) return
  const path = new Path2D()
  drawEdge(path, ends)
  const { context, colours, zoom } = pen
  context.setLineDash([...DASHES[mark]])
  context.lineWidth = Math.max(2.6, 2 / zoom)
  context.strokeStyle = colours[mark]
  context.stroke(path)
  const { x, y } = pointOn(ends, 0.5)
  drawSign(pen, mark, x, y)
}

/** From where it was to where it is. */
function drawWay(pen: Pen, from: Spot, box: Box | null): void {
  if (!box) return
  const { context, colours, zoom } = pen
  const [width, height] = [box.right - box.left, box.bottom - box.top]
  context.beginPath()
  context.roundRect(from.x, from.y, width, height, CORNER)
  stroke(pen, 'moved', 1.5)
  context.beginPath()
  context.moveTo(from.x + width / 2, from.y + height / 2)
  context.lineTo(box.left + width / 2, box.top + height / 2)
  context.setLineDash([...DASHES.moved])
  context.lineWidth = Math.max(1.25, 1 / zoom)
  context.strokeStyle = colours.moved
  context.stroke()
}

function drawSign({ context, colours, zoom }: Pen, mark: Mark, x: number, y: number): void {
  const size = Math.max(BADGE, LEAST_BADGE / zoom)
  context.setLineDash([])
  context.beginPath()
  context.arc(x, y, size / 2, 0, 2 * Math.PI)
  context.fillStyle = colours[mark]
  context.fill()
  context.fillStyle = colours.paper
  context.font = `700 ${size * 0.72}px system-ui, sans-serif`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillText(SIGNS[mark], x, y + size * 0.04)
}
