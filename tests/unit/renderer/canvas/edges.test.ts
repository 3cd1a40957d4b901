import { describe, expect, test } from 'vitest'
import { edgeDistance } from '../../../../src-renderer/canvas/edge-distance.ts'
import { drawEdge, type EdgeEnds, edgeBox, edgeShape } from '../../../../src-renderer/canvas/edge-path.ts'

/** Two blocks of 100 px height whose ports are 18 px below their tops. */
function ends(from: [number, number], to: [number, number]): EdgeEnds {
  const [fromTop, toTop] = [from[1] - 18, to[1] - 18]
  return {
    from: { x: from[0], y: from[1] },
    to: { x: to[0], y: to[1] },
    fromTop,
    fromBottom: fromTop + 100,
    toTop,
    toBottom: toTop + 100,
  }
}

const forward = ends([240, 18], [400, 200])
const back = ends([240, 18], [0, 400])
const level = ends([640, 18], [0, 18])

describe('the way of an edge', () => {
  test('forward it is a curve', () => {
    expect(edgeShape(forward).kind).toBe('curve')
  })

  test('backward it runs between the blocks where there is room', () => {
    const shape = edgeShape(back)
    expect(shape.kind).toBe('around')
    if (shape.kind !== 'around') return
    const lane = shape.points[2]?.y ?? 0
    expect(lane).toBeGreaterThan(back.fromBottom)
    expect(lane).toBeLessThan(back.toTop)
  })

  test('backward on one level it runs below both blocks, not through them', () => {
    const shape = edgeShape(level)
    if (shape.kind !== 'around') throw new Error('expected a way around')
    expect(shape.points[2]?.y).toBeGreaterThan(Math.max(level.fromBottom, level.toBottom))
  })

  test('it begins at the port and ends at the input', () => {
    for (const each of [forward, back, level]) {
      const pen = recordingPen()
      drawEdge(pen, each)
      expect(pen.places[0]).toEqual([each.from.x, each.from.y])
      expect(pen.places.at(-1)).toEqual([each.to.x, each.to.y])
    }
  })

  test('its box holds it', () => {
    const { left, top, right, bottom } = edgeBox(back)
    expect(left).toBeLessThan(0)
    expect(right).toBeGreaterThan(240)
    expect([top, bottom]).toEqual([18, 400])
  })
})

describe('meeting an edge with the pointer', () => {
  test('on it the distance is nothing', () => {
    expect(edgeDistance(forward, forward.from)).toBe(0)
    expect(edgeDistance(forward, { x: 320, y: 109 })).toBeLessThan(1)
  })

  test('beside it the distance is what a ruler says', () => {
    expect(edgeDistance(ends([0, 0], [400, 0]), { x: 200, y: 30 })).toBeCloseTo(30, 5)
  })

  test('a backward edge is met on its way around, not on the straight line', () => {
    const middle = { x: 320, y: 18 }
    expect(edgeDistance(level, middle)).toBeGreaterThan(50)
    expect(edgeDistance(level, { x: 320, y: level.fromBottom + 28 })).toBeLessThan(1)
  })
})

function recordingPen() {
  const places: number[][] = []
  const note = (...numbers: number[]) => void places.push(numbers.slice(-2))
  return {
    places,
    moveTo: note,
    lineTo: note,
    bezierCurveTo: note,
    arcTo: (x1: number, y1: number) => void places.push([x1, y1]),
  }
}
