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
  /** Steps beside others that leave the same block, or run back to the same one, so that none lies on another. */
  outStep?: number
  inStep?: number
  /** The height at which it runs back, where one was found that no card is in the way of. */
  lane?: number
}>

const AHEAD = 24
const CLEARANCE = 28
const CORNER = 12
/** Between two edges that run beside each other. */
const STEP = 7
const MOST_STEPS = 6

/** What is drawn: a curve from port to input, or straight pieces with round corners where it has to run back. */
export type EdgeShape =
  | Readonly<{ kind: 'curve'; bend: number }>
  | Readonly<{ kind: 'around'; points: readonly Point[] }>

/** Forward edges are quiet curves; backward ones go around their blocks, not through (design/interface.md). */
export function edgeShape(ends: EdgeEnds): EdgeShape {
  const { from, to } = ends
  if (runsAhead(ends)) return { kind: 'curve', bend: Math.min(160, Math.max(32, (to.x - from.x) / 2)) }
  const { out, into, lane } = wayAround(ends)
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

function runsAhead({ from, to }: EdgeEnds): boolean {
  return to.x - from.x >= AHEAD
}

/** Where an edge that runs back leaves its port's height, comes to that of the input, and runs in between. */
function wayAround(ends: EdgeEnds): Readonly<{ out: number; into: number; lane: number }> {
  return {
    out: ends.from.x + AHEAD + aside(ends.outStep),
    into: ends.to.x - AHEAD - aside(ends.inStep),
    lane: ends.lane ?? laneBetween(ends),
  }
}

function aside(step = 0): number {
  return (step % MOST_STEPS) * STEP
}

/** The height at which a backward edge runs: between the two blocks where there is room, else below both. */
function laneBetween({ fromTop, fromBottom, toTop, toBottom, outStep, inStep }: EdgeEnds): number {
  const beside = aside((outStep ?? 0) + (inStep ?? 0))
  if (toTop - fromBottom >= 2 * CLEARANCE) return (toTop + fromBottom) / 2 + beside
  if (fromTop - toBottom >= 2 * CLEARANCE) return (fromTop + toBottom) / 2 + beside
  return Math.max(fromBottom, toBottom) + CLEARANCE + beside
}

type Box = Readonly<{ left: number; top: number; right: number; bottom: number }>

const LOOK = 40
const MOST_LOOKS = 6
/** Nobody follows an edge over more pixels than this by eye, and looking along it costs as much. */
const MOST_LENGTH = 4000
const ROOM = 10

/** Whether a lane is looked for: the edge runs back, and not too far. */
export function takesLane(ends: EdgeEnds): boolean {
  return !runsAhead(ends) && ends.from.x - ends.to.x < MOST_LENGTH
}

/** The same ends with a lane in which no card is in the way, if one is near; forward edges stay as they are. */
export function withFreeLane(ends: EdgeEnds, isBlocked: (box: Box) => boolean): EdgeEnds {
  if (!takesLane(ends)) return ends
  const { out, into, lane: usual } = wayAround(ends)
  const [left, right] = [Math.min(out, into), Math.max(out, into)]
  const isFree = (lane: number) => !isBlocked({ left, right, top: lane - ROOM, bottom: lane + ROOM })
  if (isFree(usual)) return ends
  const beside = aside((ends.outStep ?? 0) + (ends.inStep ?? 0))
  const above = Math.min(ends.fromTop, ends.toTop) - CLEARANCE - beside
  const below = Math.max(ends.fromBottom, ends.toBottom) + CLEARANCE + beside
  for (let look = 0; look < MOST_LOOKS; look += 1)
    for (const lane of [below + look * LOOK, above - look * LOOK]) if (isFree(lane)) return { ...ends, lane }
  return ends
}

/** A place on the edge: `t` from 0 at the port to 1 at the input, by length for pieces, by parameter for a curve. */
export function pointOn(ends: EdgeEnds, t: number): Point {
  const shape = edgeShape(ends)
  if (shape.kind === 'around') return pointAlong(shape.points, t)
  const { from, to } = ends
  const s = 1 - t
  const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
  return {
    x: a * from.x + b * (from.x + shape.bend) + c * (to.x - shape.bend) + d * to.x,
    y: (a + b) * from.y + (c + d) * to.y,
  }
}

function pointAlong(points: readonly Point[], t: number): Point {
  const pieces = points.slice(1).map((point, at) => ({ from: points[at] as Point, to: point }))
  let left = t * pieces.reduce((sum, { from, to }) => sum + length(from, to), 0)
  for (const { from, to } of pieces) {
    const all = length(from, to)
    if (left <= all && all > 0) {
      const part = left / all
      return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
    }
    left -= all
  }
  return points.at(-1) as Point
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
  const { from, to } = ends
  const left = Math.min(from.x, to.x)
  const top = Math.min(from.y, to.y)
  const right = Math.max(from.x, to.x)
  const bottom = Math.max(from.y, to.y)
  if (runsAhead(ends)) return { left, top, right, bottom }
  const { out, into, lane } = wayAround(ends)
  return {
    left: Math.min(left, out, into),
    top: Math.min(top, lane),
    right: Math.max(right, out, into),
    bottom: Math.max(bottom, lane),
  }
}

function length(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
