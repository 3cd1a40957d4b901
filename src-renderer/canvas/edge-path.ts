/** A place on the canvas, in pixels at 100 % zoom. */
export type Point = Readonly<{ x: number; y: number }>

/** The two ends of an edge, and where the blocks at them begin and end, so that a way around can be found. */
export type EdgeEnds = Readonly<{
  from: Point
  to: Point
  fromTop: number
  fromBottom: number
  toTop: number
  toBottom: number
}>

const AHEAD = 24
const CLEARANCE = 28
const CORNER = 12

/** What is drawn: a curve from port to input, or straight pieces with round corners where it has to run back. */
export type EdgeShape =
  | Readonly<{ kind: 'curve'; bend: number }>
  | Readonly<{ kind: 'around'; points: readonly Point[] }>

/** Forward edges are quiet curves; backward ones go around their blocks, not through (design/interface.md). */
export function edgeShape(ends: EdgeEnds): EdgeShape {
  const { from, to } = ends
  const distance = to.x - from.x
  if (distance >= AHEAD) return { kind: 'curve', bend: Math.min(160, Math.max(32, distance / 2)) }
  const lane = laneBetween(ends)
  const out = from.x + AHEAD
  const into = to.x - AHEAD
  return {
    kind: 'around',
    points: [
      from,
      { x: out, y: from.y },
      { x: out, y: lane },
      { x: into, y: lane },
      { x: into, y: to.y },
      to,
    ],
  }
}

/** The height at which a backward edge runs: between the two blocks where there is room, else below both. */
function laneBetween({ fromTop, fromBottom, toTop, toBottom }: EdgeEnds): number {
  if (toTop - fromBottom >= 2 * CLEARANCE) return (toTop + fromBottom) / 2
  if (fromTop - toBottom >= 2 * CLEARANCE) return (fromTop + toBottom) / 2
  return Math.max(fromBottom, toBottom) + CLEARANCE
}

export type Pen = Pick<Path2D, 'moveTo' | 'lineTo' | 'bezierCurveTo' | 'arcTo'>

export function drawEdge(pen: Pen, ends: EdgeEnds): void {
  const shape = edgeShape(ends)
  const { from, to } = ends
  pen.moveTo(from.x, from.y)
  if (shape.kind === 'curve') {
    pen.bezierCurveTo(from.x + shape.bend, from.y, to.x - shape.bend, to.y, to.x, to.y)
    return
  }
  const { points } = shape
  for (let index = 1; index < points.length - 1; index += 1) {
    const [before, corner, after] = [
      points[index - 1] as Point,
      points[index] as Point,
      points[index + 1] as Point,
    ]
    const room = Math.min(length(before, corner) / 2, length(corner, after) / 2, CORNER)
    pen.arcTo(corner.x, corner.y, after.x, after.y, room)
  }
  pen.lineTo(to.x, to.y)
}

/** The smallest upright box that holds the edge, for finding those in view. */
export function edgeBox(ends: EdgeEnds): { left: number; top: number; right: number; bottom: number } {
  const shape = edgeShape(ends)
  const points = shape.kind === 'around' ? shape.points : [ends.from, ends.to]
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}

function length(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
