import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ALIGNMENTS, align, DIRECTIONS, distribute, type Measured } from '../../../src-shared/edit/line-up.ts'

const thing = (id: string, x: number, y: number, height = 40) => ({ id, x, y, width: 240, height })
const THREE = [thing('a', 0, 80), thing('b', 100, 0, 100), thing('c', 800, 40)]

describe('lining up', () => {
  test.each([
    ['left', [0, 80], [0, 0], [0, 40]],
    ['centre', [400, 80], [400, 0], [400, 40]],
    ['right', [800, 80], [800, 0], [800, 40]],
    ['top', [0, 0], [100, 0], [800, 0]],
    ['middle', [0, 40], [100, 10], [800, 40]],
    ['bottom', [0, 80], [100, 20], [800, 80]],
  ] as const)('to the %s', (to, ...expected) => {
    expect([...align(THREE, to).values()].map(({ x, y }) => [x, y])).toEqual(expected)
  })

  test('equal gaps leave the outer ones alone and keep the order', () => {
    expect([...distribute(THREE, 'horizontal')].map(([id, { x, y }]) => [id, x, y])).toEqual([
      ['a', 0, 80],
      ['b', 400, 0],
      ['c', 800, 40],
    ])
    expect(distribute(THREE.slice(0, 2), 'vertical').size).toBe(0)
    expect(align([], 'left').size).toBe(0)
  })

  const things: fc.Arbitrary<Measured<number>[]> = fc
    .array(
      fc.record({
        x: fc.integer({ min: -5000, max: 5000 }),
        y: fc.integer({ min: -5000, max: 5000 }),
        width: fc.constant(240),
        height: fc.integer({ min: 36, max: 400 }),
      }),
      { minLength: 1, maxLength: 12 },
    )
    .map(all => all.map((measures, id) => ({ id, ...measures })))
  const moved = (all: Measured<number>[], places: ReturnType<typeof align<number>>) =>
    all.map(one => ({ ...one, ...places.get(one.id) }))

  test('twice is as once, and the other axis stays, seed 4130', () => {
    fc.assert(
      fc.property(things, fc.constantFrom(...ALIGNMENTS), (all, to) => {
        const once = moved(all, align(all, to))
        expect(moved(once, align(once, to))).toEqual(once)
        const axis = ['left', 'centre', 'right'].includes(to) ? 'y' : 'x'
        expect(once.map(one => one[axis])).toEqual(all.map(one => one[axis]))
      }),
      { seed: 4130, numRuns: 200 },
    )
  })

  test('equal gaps differ by rounding only, seed 4131', () => {
    fc.assert(
      fc.property(things, fc.constantFrom(...DIRECTIONS), (all, along) => {
        const [at, size] = along === 'horizontal' ? (['x', 'width'] as const) : (['y', 'height'] as const)
        const places = distribute(all, along)
        if (all.length < 3) return
        const order = [...places.keys()].map(id => ({ ...(all[id] as Measured<number>), ...places.get(id) }))
        const gaps = order.slice(1).map((one, index) => {
          const before = order[index] as Measured<number>
          return one[at] - before[at] - before[size]
        })
        expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(2)
      }),
      { seed: 4131, numRuns: 200 },
    )
  })
})
