import { type CanvasView, useCanvasView } from './canvas-view.ts'

/** After the last step of a gesture; more than the time between two of them. */
const MOVE_ENDS_MS = 150

let ending = 0

/**
 * Keeps what React Flow shows in the canvas's own state. While one pans, the cards are a layer of their own that is
 * moved instead of painted again; at rest and while the scale changes they are not, else their words would blur.
 */
export function rememberViewport(_: unknown, viewport: CanvasView['viewport']): void {
  const isMoving = viewport.zoom === useCanvasView.getState().viewport.zoom
  useCanvasView.setState({ viewport, isMoving })
  window.clearTimeout(ending)
  if (isMoving) ending = window.setTimeout(() => useCanvasView.setState({ isMoving: false }), MOVE_ENDS_MS)
}
