import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useWorkbench } from '../state/workbench.ts'
import type { Look } from './box.ts'
import styles from './canvas.module.css'
import { useCanvasView } from './canvas-view.ts'
import { type Colours, readColours } from './colours.ts'
import { drawScene } from './draw-scene.ts'
import { type Drawn, marginFor, shiftOf, withMargin } from './layer-place.ts'
import type { Scene } from './scene.ts'

type Props = Readonly<{ scene: Scene; rev: number }>

/**
 * The one layer under the cards on which edges are drawn, and blocks when zoomed out. It is drawn at most once a frame
 * and only when something that it shows has changed (research/performance.md 6.2). While one pans it is drawn with a
 * margin and moved, until the margin is used up: drawing takes ten times as long as all else in a frame.
 */
export function EdgeLayer({ scene, rev }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const draw = useRef<() => void>(() => {})
  useEffect(() => {
    if (!canvas.current) return
    const layer = startLayer(canvas.current, scene)
    draw.current = layer.draw
    return layer.stop
  }, [scene])
  const colorScheme = useComputedColorScheme('light')
  // biome-ignore lint/correctness/useExhaustiveDependencies: an edit or another theme is what it is drawn again for.
  useEffect(() => draw.current(), [rev, colorScheme])
  return <canvas ref={canvas} className={styles.layer} aria-hidden />
}

function startLayer(canvas: HTMLCanvasElement, scene: Scene): { draw: () => void; stop: () => void } {
  const context = canvas.getContext('2d')
  let frame = 0
  let colours: Colours | null = null
  let drawn: Drawn | null = null
  /** Something else than where one looks is another since it was drawn. */
  let isStale = true
  const paint = () => {
    frame = 0
    const view = useCanvasView.getState()
    const { selection, trail, coverage } = useWorkbench.getState()
    if (!context || view.size.width === 0) return
    const known = isStale ? null : drawn
    const shift = known && shiftOf(known, view, view.isMoving)
    if (shift) {
      canvas.style.transform = `translate(${shift.x}px, ${shift.y}px)`
      return
    }
    const margin = marginFor(drawn, view)
    const { viewport, size } = withMargin(view, margin)
    fitTo(canvas, size, margin)
    colours ??= readColours(canvas)
    const seen = { ...view, viewport, size }
    drawScene(context, { scene, view: seen, colours, selection, trail, coverage, ratio: devicePixelRatio })
    drawn = { viewport: view.viewport, size: view.size, margin }
    isStale = false
  }
  const ask = () => {
    if (frame === 0) frame = requestAnimationFrame(paint)
  }
  const askAnew = () => {
    isStale = true
    ask()
  }
  const stopView = useCanvasView.subscribe((view, before) => {
    if (
      view.isZooming !== before.isZooming ||
      view.isFilling !== before.isFilling ||
      view.drag !== before.drag ||
      view.glide !== before.glide ||
      view.hoveredEdge !== before.hoveredEdge
    )
      askAnew()
    else if (
      view.viewport !== before.viewport ||
      view.size !== before.size ||
      view.isMoving !== before.isMoving
    )
      ask()
  })
  const stopWorkbench = useWorkbench.subscribe((state, before) => {
    if (
      state.selection !== before.selection ||
      state.trail !== before.trail ||
      state.coverage !== before.coverage
    )
      askAnew()
  })
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  const redraw = () => {
    colours = null
    askAnew()
  }
  scheme.addEventListener('change', redraw)
  ask()
  return {
    draw: redraw,
    stop() {
      cancelAnimationFrame(frame)
      stopView()
      stopWorkbench()
      scheme.removeEventListener('change', redraw)
    },
  }
}

/** The drawing surface in device pixels, at the place of what is drawn; setting a size clears it, so only another one. */
function fitTo(canvas: HTMLCanvasElement, { width, height }: Look['size'], margin: number): void {
  const [w, h] = [Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio)]
  if (canvas.width !== w) canvas.width = w
  if (canvas.height !== h) canvas.height = h
  Object.assign(canvas.style, {
    transform: '',
    inset: `${-margin}px`,
    width: `${width}px`,
    height: `${height}px`,
  })
}
