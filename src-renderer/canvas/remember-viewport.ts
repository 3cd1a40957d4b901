import type { CanvasView } from './at-rest.ts'
import { useCanvasView } from './canvas-view.ts'

/** After the last step of a gesture; more than the time between two of them. */
const ENDS_MS = 150

let moveEnds = 0
let zoomEnds = 0

/**
 * Keeps what React Flow shows in the canvas's own state. While one pans or zooms, the cards are a layer of their own that
 * is moved and scaled instead of painted again, and while one zooms none is mounted or taken away: blocks without a card
 * are drawn as shapes until the scale rests. At rest the cards are no layer, else their words would blur.
 */
export function rememberViewport(gesture: unknown, viewport: CanvasView['viewport']): void {
  const before = useCanvasView.getState()
  const scales = viewport.zoom !== before.viewport.zoom
  // Where the window itself goes somewhere, the cards are wanted at once.
  const isByHand = gesture !== null
  const isZooming = isByHand && (scales || before.isZooming)
  useCanvasView.setState({ viewport, isMoving: true, isByHand, isZooming })
  window.clearTimeout(moveEnds)
  moveEnds = window.setTimeout(() => useCanvasView.setState({ isMoving: false }), ENDS_MS)
  // Who pans on after zooming zooms no longer.
  if (!isZooming || !scales) return
  window.clearTimeout(zoomEnds)
  zoomEnds = window.setTimeout(() => useCanvasView.setState({ isZooming: false }), ENDS_MS)
}
