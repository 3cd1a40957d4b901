import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Box, meets } from '../../../../src-renderer/canvas/box.ts'
import { BoxGrid } from '../../../../src-renderer/canvas/box-grid.ts'

const box = fc
  .record({
    left: fc.integer({ min: -20_000, max: 20_000 }),
    top: fc.integer({ min: -20_000, max: 20_000 }),
    width: fc.integer({ min: 0, max: 12_000 }),
    height: fc.integer({ min: 0, max: 12_000 }),
  })
  .map(({ left, top, width, height }): Box => ({ left, top, right: left + width, bottom: top + height }))

const step = fc.oneof(
  fc.record({ put: fc.constant(true), id: fc.integer({ min: 0, max: 20 }), box }),
  fc.record({ put: fc.constant(false), id: fc.integer({ min: 0, max: 20 }), box }),
)

describe('finding boxes by place', () => {
  test('finds exactly what looking at every box finds, whatever was put, moved and dropped, seed 20261121', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), box, (steps, asked) => {
        const grid = new BoxGrid<{ id: number; box: Box }>()
        const plain = new Map<number, { id: number; box: Box }>()
        for (const { put, id, box: place } of steps) {
          const known = plain.get(id)
          if (known) grid.drop(known)
          plain.delete(id)
          if (!put) continue
          const item = { id, box: place }
          grid.put(item)
          plain.set(id, item)
        }
        const expected = [...plain.values()].filter(item => meets(item.box, asked)).map(({ id }) => id)
        expect(
          grid
            .find(asked)
            .map(({ id }) => id)
            .sort(),
        ).toEqual(expected.sort())
        expect(grid.isMet(asked)).toBe(expected.length > 0)
      }),
      { seed: 20_261_121 },
    )
  })
})
