import type { Point } from '../../src-renderer/canvas/edge-path.ts'
import { pannedBy, type Viewport, zoomedAt } from './view.ts'

/** Pixels a pointer may move and still have meant what is under it. */
const STILL = 4

type Change = (next: (viewport: Viewport) => Viewport) => void

/**
 * Wheel zooms at the pointer, dragging pans, two fingers do both. What follows a drag is no click. Answers how to stop.
 */
export function listenToGestures(element: HTMLElement, change: Change): () => void {
  const pointers = new Map<number, Point>()
  let moved = 0
  const placeOf = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top } = element.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }
  const wheel = (event: WheelEvent) => {
    event.preventDefault()
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1
    if (event.shiftKey)
      change(viewport => pannedBy(viewport, { x: -(event.deltaX || event.deltaY) * lines, y: 0 }))
    else
      change(viewport =>
        zoomedAt(viewport, placeOf(event), Math.exp(-event.deltaY * lines * zoomStep(event))),
      )
  }
  const down = (event: PointerEvent) => {
    if (event.button > 1) return
    if (pointers.size === 0) moved = 0
    pointers.set(event.pointerId, placeOf(event))
  }
  const move = (event: PointerEvent) => {
    const before = pointers.get(event.pointerId)
    if (!before) return
    const now = placeOf(event)
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1]
    pointers.set(event.pointerId, now)
    moved += Math.hypot(now.x - before.x, now.y - before.y)
    if (moved <= STILL) return
    if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId)
    if (other)
      change(viewport => zoomedAt(viewport, middle(now, other), apart(now, other) / apart(before, other)))
    change(viewport => pannedBy(viewport, halved({ x: now.x - before.x, y: now.y - before.y }, !!other)))
  }
  const up = (event: PointerEvent) => pointers.delete(event.pointerId)
  const click = (event: MouseEvent) => {
    if (moved > STILL && event.detail > 0) event.stopPropagation()
  }
  element.addEventListener('wheel', wheel, { passive: false })
  element.addEventListener('pointerdown', down)
  element.addEventListener('pointermove', move)
  element.addEventListener('pointerup', up)
  element.addEventListener('pointercancel', up)
  element.addEventListener('click', click, true)
  return () => {
    element.removeEventListener('wheel', wheel)
    element.removeEventListener('pointerdown', down)
    element.removeEventListener('pointermove', move)
    element.removeEventListener('pointerup', up)
    element.removeEventListener('pointercancel', up)
    element.removeEventListener('click', click, true)
  }
}

/** A pinch on a touchpad comes as a wheel with Ctrl, in much smaller steps. */
function zoomStep({ ctrlKey }: WheelEvent): number {
  return ctrlKey ? 0.01 : 0.0015
}

function halved({ x, y }: Point, isHalf: boolean): Point {
  return isHalf ? { x: x / 2, y: y / 2 } : { x, y }
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}

function apart(a: Point, b: Point): number {
  return Math.max(1, Math.hypot(a.x - b.x, a.y - b.y))
}
