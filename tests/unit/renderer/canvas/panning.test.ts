import type { TFunction } from 'i18next'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { admitted } from '../../../../src-renderer/canvas/admitted.ts'
import { areaSelector } from '../../../../src-renderer/canvas/area-selector.ts'
import { AT_REST, type CanvasView } from '../../../../src-renderer/canvas/at-rest.ts'
import { visibleBox } from '../../../../src-renderer/canvas/box.ts'
import { useCanvasView } from '../../../../src-renderer/canvas/canvas-view.ts'
import { marginFor, shiftOf, withMargin } from '../../../../src-renderer/canvas/layer-place.ts'
import { rememberViewport } from '../../../../src-renderer/canvas/remember-viewport.ts'
import { Scene } from '../../../../src-renderer/canvas/scene.ts'
import { FLOW, menuFlow } from './flow-fixture.ts'

const size = { width: 1000, height: 600 }
const look = (x: number, y: number, zoom = 1) => ({ viewport: { x, y, zoom }, size })
const view = (x: number, y: number, more: Partial<CanvasView> = {}): CanvasView => ({
  ...AT_REST,
  ...look(x, y),
  ...more,
})

describe('the layer under the cards', () => {
  const drawn = { ...look(10, 20), margin: 256 }

  test('is moved while one pans within its margin, and drawn again beyond it', () => {
    expect(shiftOf(drawn, look(266, -236), true)).toEqual({ x: 256, y: -256 })
    expect(shiftOf(drawn, look(267, 20), true)).toBeNull()
  })

  test('is drawn again at another scale or size', () => {
    expect(shiftOf(drawn, look(10, 20, 1.1), true)).toBeNull()
    expect(shiftOf(drawn, { ...look(10, 20), size: { width: 900, height: 600 } }, true)).toBeNull()
  })

  test('has neither margin nor shift at rest', () => {
    expect(shiftOf(drawn, look(10, 20), false)).toBeNull()
    expect(shiftOf({ ...look(10, 20), margin: 0 }, look(11, 20), false)).toBeNull()
    expect(shiftOf({ ...look(10, 20), margin: 0 }, look(10, 20), false)).toEqual({ x: 0, y: 0 })
    expect(marginFor(drawn, view(0, 0))).toBe(0)
  })

  test('has a margin only while nothing but the view moves, at one scale', () => {
    expect(marginFor(drawn, view(0, 0, { isMoving: true }))).toBe(256)
    expect(marginFor(null, view(0, 0, { isMoving: true }))).toBe(0)
    expect(marginFor(drawn, view(0, 0, { isMoving: true, drag: { x: 1, y: 1 } }))).toBe(0)
    expect(marginFor({ ...drawn, ...look(10, 20, 0.5) }, view(0, 0, { isMoving: true }))).toBe(0)
  })

  test('shows with a margin what is in view, and so many pixels around it', () => {
    const around = visibleBox(withMargin(look(-30, 40, 0.5), 100))
    expect(around).toEqual(visibleBox(look(-30, 40, 0.5), 100))
  })
})

describe('the cards that are mounted', () => {
  const scene = new Scene().update(menuFlow(), FLOW, 'en', ((key: string) => key) as unknown as TFunction)
  const blocks = [...scene.blocks.values()]

  test('come nearest first, a few at a time, until all are there', () => {
    const there = new Set<string>()
    const at = blocks[1]?.record ?? { x: 0, y: 0 }
    const sizes: number[] = []
    for (let turn = 0; turn < 10; turn += 1) {
      const { now, later } = admitted(blocks, ({ record }) => there.has(record.id), { most: 1, at })
      for (const { record } of now) there.add(record.id)
      if (turn === 0) expect(now.map(({ record }) => record.id)).toEqual([blocks[1]?.record.id])
      sizes.push(later.length)
    }
    expect(sizes.slice(0, 3)).toEqual([blocks.length - 1, blocks.length - 2, blocks.length - 3])
    expect(sizes.at(-1)).toBe(0)
  })

  test('lie in an area that stays the same object until the view leaves it, waits for the scale, and shrinks', () => {
    const area = areaSelector(0.45)
    const first = area(view(0, 0))
    expect(area(view(-200, 100))).toBe(first)
    expect(area(view(-300, 100))).not.toBe(first)
    const wide = area(view(0, 0, { viewport: { x: 0, y: 0, zoom: 0.5 } }))
    expect(area(view(0, 0, { isZooming: true }))).toBe(wide)
    expect(area(view(0, 0))).toEqual(first)
    expect(area(view(0, 0, { viewport: { x: 0, y: 0, zoom: 0.4 } }))).toBeNull()
  })
})

describe('what moves', () => {
  const now = () => {
    const { isMoving, isZooming, isByHand } = useCanvasView.getState()
    return { isMoving, isZooming, isByHand }
  }
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('window', globalThis)
    useCanvasView.setState({ ...AT_REST, ...look(0, 0) })
  })
  afterEach(() => {
    vi.runAllTimers()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  test('who pans on after zooming zooms no longer', () => {
    rememberViewport({}, { x: 0, y: 0, zoom: 0.9 })
    expect(now()).toEqual({ isMoving: true, isZooming: true, isByHand: true })
    for (let step = 0; step < 4; step += 1) {
      vi.advanceTimersByTime(50)
      rememberViewport({}, { x: step, y: 0, zoom: 0.9 })
    }
    expect(now()).toEqual({ isMoving: true, isZooming: false, isByHand: true })
    vi.advanceTimersByTime(150)
    expect(now().isMoving).toBe(false)
  })

  test('the window itself goes at once, whatever the scale', () => {
    rememberViewport(null, { x: 0, y: 0, zoom: 0.5 })
    expect(now()).toEqual({ isMoving: true, isZooming: false, isByHand: false })
  })
})
