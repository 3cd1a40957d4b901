import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useWorkbench } from '../state/workbench.ts'
import styles from './canvas.module.css'
import { useCanvasView } from './canvas-view.ts'
import { type Colours, readColours } from './colours.ts'
import { drawScene } from './draw-scene.ts'
import type { Scene } from './scene.ts'

type Props = Readonly<{ scene: Scene; rev: number }>

/**
 * The one layer under the cards on which edges are drawn, and blocks when zoomed out. It is drawn at most once a frame
 * and only when something that it shows has changed (research/performance.md 6.2).
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
  const paint = () => {
    frame = 0
    const view = useCanvasView.getState()
    const { selection, trail, coverage } = useWorkbench.getState()
    if (!context || view.size.width === 0) return
    fitTo(canvas, view.size)
    colours ??= readColours(canvas)
    drawScene(context, { scene, view, colours, selection, trail, coverage, ratio: devicePixelRatio })
  }
  const ask = () => {
    if (frame === 0) frame = requestAnimationFrame(paint)
  }
  const stopView = useCanvasView.subscribe((view, before) => {
    if (
      view.viewport !== before.viewport ||
      view.isZooming !== before.isZooming ||
      view.size !== before.size ||
      view.drag !== before.drag ||
      view.glide !== before.glide ||
      view.hoveredEdge !== before.hoveredEdge
    )
      ask()
  })
  const stopWorkbench = useWorkbench.subscribe((state, before) => {
    if (
      state.selection !== before.selection ||
      state.trail !== before.trail ||
      state.coverage !== before.coverage
    )
      ask()
  })
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  const redraw = () => {
    colours = null
    ask()
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

/** The drawing surface in device pixels; setting a size clears it, so only when it is another. */
function fitTo(canvas: HTMLCanvasElement, { width, height }: { width: number; height: number }): void {
  const [w, h] = [Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio)]
  if (canvas.width !== w) canvas.width = w
  if (canvas.height !== h) canvas.height = h
}
