/** Where the flow is on the page: a place (x, y) of the flow is at (x * zoom + left, y * zoom + top). */
export type View = Readonly<{ left: number; top: number; zoom: number }>

declare global {
  interface Window {
    /** Set when the flow can be used; the harness waits for it. */
    benchView?: () => View
  }
}

/** How many blocks the page is asked to show. */
export function wantedCount(): number {
  return Number(new URLSearchParams(location.search).get('blocks') ?? 1000)
}

export function wantedVariant(): string {
  return new URLSearchParams(location.search).get('variant') ?? 'plain'
}

/** Two frames after the first picture, as for every subject. */
export function afterPaint(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(then))
}
