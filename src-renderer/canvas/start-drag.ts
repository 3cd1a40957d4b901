import type { PointerEvent } from 'react'
import { toGrid } from './canvas-actions.ts'
import { useCanvasView } from './canvas-view.ts'
import type { Point } from './edge-path.ts'
import { moveSelection } from './move-selection.ts'

/** Screen pixels a press may wander and still be a click. */
const CLICK = 3

type Gesture = Readonly<{
  /** While the pointer moves, in canvas pixels on the grid; null when the gesture was given up. */
  onMove: (by: Point | null) => void
  onEnd: (by: Point) => void
}>

/** Follows the pointer from a press until its release; Escape gives the gesture up. */
export function followPointer(press: PointerEvent, { onMove, onEnd }: Gesture): void {
  const start = { x: press.clientX, y: press.clientY }
  let by: Point | null = null
  const move = ({ clientX, clientY }: globalThis.PointerEvent) => {
    const [dx, dy] = [clientX - start.x, clientY - start.y]
    if (!by && Math.hypot(dx, dy) < CLICK) return
    const { zoom } = useCanvasView.getState().viewport
    by = { x: toGrid(dx / zoom), y: toGrid(dy / zoom) }
    onMove(by)
  }
  const stop = () => {
    removeEventListener('pointermove', move)
    removeEventListener('pointerup', end)
    removeEventListener('pointercancel', cancel)
    removeEventListener('keydown', onKey, { capture: true })
  }
  const end = () => {
    stop()
    if (by) onEnd(by)
  }
  const cancel = () => {
    stop()
    onMove(null)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    cancel()
  }
  addEventListener('pointermove', move)
  addEventListener('pointerup', end)
  addEventListener('pointercancel', cancel)
  addEventListener('keydown', onKey, { capture: true })
}

/** Drags all that is chosen, from a press on a note or on a group's title. */
export function startDrag(press: PointerEvent): void {
  followPointer(press, {
    onMove: drag => useCanvasView.setState({ drag }),
    onEnd(by) {
      moveSelection(by)
      useCanvasView.setState({ drag: null })
    },
  })
}
