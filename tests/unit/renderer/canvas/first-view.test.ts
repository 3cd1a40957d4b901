import { describe, expect, test } from 'vitest'
import { firstView, viewOf } from '../../../../src-renderer/canvas/first-view.ts'

const size = { width: 1000, height: 600 }
const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
})

describe('where one looks first', () => {
  test('a small flow is shown whole, in the middle, never enlarged', () => {
    const all = box(0, 0, 240, 100)
    expect(firstView(all, all, size)).toEqual({ x: 380, y: 250, zoom: 1 })
  })

  test('a flow that would be too small to read begins at its entry', () => {
    const entry = box(-4000, 2000, 240, 60)
    const { x, y, zoom } = firstView(box(-4000, -2000, 8000, 8000), entry, size)
    expect(zoom).toBeGreaterThan(0.7)
    const [left, top] = [entry.left * zoom + x, entry.top * zoom + y]
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThan(100)
    expect(top).toBeGreaterThan(0)
    expect(top).toBeLessThan(size.height)
  })

  test('fitting brings all of a box into view', () => {
    const all = box(-300, 50, 5000, 900)
    const { x, y, zoom } = viewOf(all, size)
    expect(all.left * zoom + x).toBeGreaterThanOrEqual(0)
    expect(all.right * zoom + x).toBeLessThanOrEqual(size.width)
    expect(all.top * zoom + y).toBeGreaterThanOrEqual(0)
    expect(all.bottom * zoom + y).toBeLessThanOrEqual(size.height)
  })
})
