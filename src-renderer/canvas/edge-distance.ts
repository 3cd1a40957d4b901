import { type EdgeEnds, edgeShape, type Point, pointOn } from './edge-path.ts'

/** Pieces a curve is cut into: at 24 the error stays under a pixel for the longest curves drawn. */
const PIECES = 24

/** How far a point is from an edge as it is drawn, in canvas pixels. Round corners count as sharp ones. */
export function edgeDistance(ends: EdgeEnds, point: Point): number {
  const shape = edgeShape(ends)
  const points = shape.kind === 'around' ? shape.points : curvePoints(ends)
  let nearest = Number.POSITIVE_INFINITY
  for (let index = 1; index < points.length; index += 1)
    nearest = Math.min(nearest, pieceDistance(points[index - 1] as Point, points[index] as Point, point))
  return nearest
}

function curvePoints(ends: EdgeEnds): Point[] {
  return Array.from({ length: PIECES + 1 }, (_, index) => pointOn(ends, index / PIECES))
}

function pieceDistance(a: Point, b: Point, point: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const t =
    length === 0 ? 0 : Math.max(0, Math.min(1, ((point.x - a.x) * dx + (point.y - a.y) * dy) / length))
  return Math.hypot(point.x - a.x - t * dx, point.y - a.y - t * dy)
}
