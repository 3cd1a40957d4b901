import type { CanvasView } from './at-rest.ts'
import { type Box, visibleBox } from './box.ts'

/** About a card on every side of the view, in pixels of the screen: each card costs something at every move. */
const AREA_MARGIN = 256

/** Who has zoomed in keeps no more cards than about twice those that are near. */
const MOST_WIDER = 1.5

/**
 * The area whose blocks are mounted: the view and a margin around it, the same object until the view leaves it, so that
 * cards come and go seldom; it waits for the scale to rest. Null when zoomed out.
 */
export function areaSelector(fromZoom: number): (view: CanvasView) => Box | null {
  let area: Box | null = null
  return view => {
    if (view.isZooming) return area
    if (view.viewport.zoom < fromZoom) area = null
    else {
      const wanted = visibleBox(view, AREA_MARGIN)
      const isWide = area !== null && area.right - area.left > MOST_WIDER * (wanted.right - wanted.left)
      if (!area || isWide || !holds(area, visibleBox(view))) area = wanted
    }
    return area
  }
}

function holds(outer: Box, inner: Box): boolean {
  return (
    outer.left <= inner.left &&
    outer.top <= inner.top &&
    outer.right >= inner.right &&
    outer.bottom >= inner.bottom
  )
}
