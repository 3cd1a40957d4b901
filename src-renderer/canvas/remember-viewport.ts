import { type CanvasView, useCanvasView } from './canvas-view.ts'

/** After the last step of a wheel; more than the time between two of them. */
const ZOOM_ENDS_MS = 150

let ending = 0

/**
 * Keeps what React Flow shows in the canvas's own state. The cards are a layer of their own that is moved, not painted
 * again, while one pans; only while the scale changes they are painted at every step, else their words would blur.
 */
export function rememberViewport(_: unknown, viewport: CanvasView['viewport']): void {
  if (viewport.zoom === useCanvasView.getState().viewport.zoom) useCanvasView.setState({ viewport })
  else {
    useCanvasView.setState({ viewport, isZooming: true })
    window.clearTimeout(ending)
    ending = window.setTimeout(() => useCanvasView.setState({ isZooming: false }), ZOOM_ENDS_MS)
  }
}
