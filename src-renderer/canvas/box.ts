export type Box = Readonly<{ left: number; top: number; right: number; bottom: number }>

/** Where one looks, and how much room there is to look at. Pixels of the screen. */
export type Look = Readonly<{
  viewport: Readonly<{ x: number; y: number; zoom: number }>
  size: Readonly<{ width: number; height: number }>
}>

/** The part of the canvas in view, in canvas pixels, with a margin in screen pixels around it. */
export function visibleBox({ viewport, size }: Look, margin = 0): Box {
  const { x, y, zoom } = viewport
  return {
    left: (-x - margin) / zoom,
    top: (-y - margin) / zoom,
    right: (size.width - x + margin) / zoom,
    bottom: (size.height - y + margin) / zoom,
  }
}

export function meets(a: Box, b: Box): boolean {
  return a.left <= b.right && a.right >= b.left && a.top <= b.bottom && a.bottom >= b.top
}
