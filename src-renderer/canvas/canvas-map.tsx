import { useComputedColorScheme } from '@mantine/core'
import { type PointerEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type Box, visibleBox } from './box.ts'
import styles from './canvas.module.css'
import { canvasActions } from './canvas-actions.ts'
import { useCanvasView } from './canvas-view.ts'
import { readColours } from './colours.ts'
import { drawMap } from './draw-overview.ts'
import type { Scene } from './scene.ts'

const WIDTH = 168
const HEIGHT = 108
const MARGIN = 8
const LATEST_MS = 250

type Props = Readonly<{ scene: Scene; rev: number }>

/** The whole flow small; pressing or dragging in it moves the view there. For the pointer only: keys have the walk. */
export function CanvasMap({ scene, rev }: Props) {
  const { t } = useTranslation()
  const canvas = useRef<HTMLCanvasElement>(null)
  const scale = mapScale(scene.bounds())
  const colorScheme = useComputedColorScheme('light')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scene changes in place; `rev` says when.
  useEffect(() => {
    // The map can be a moment late; the edit that changed it should not be.
    const idle = requestIdleCallback(() => paint(canvas.current, scene), { timeout: LATEST_MS })
    return () => cancelIdleCallback(idle)
  }, [scene, rev, colorScheme])
  if (!scale) return null
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const { left, top } = event.currentTarget.getBoundingClientRect()
    canvasActions.centre({
      x: (event.clientX - left - scale.x) / scale.by,
      y: (event.clientY - top - scale.y) / scale.by,
    })
  }
  return (
    <div
      className={styles.map}
      role="img"
      aria-label={t('canvas.map')}
      onPointerDown={event => {
        event.stopPropagation()
        move(event)
      }}
      onPointerMove={move}
    >
      <canvas ref={canvas} className={styles.mapPicture} />
      <MapFrame scale={scale} />
    </div>
  )
}

/** The part in view. Its own component, so that panning draws nothing else again. */
function MapFrame({ scale }: { scale: MapScale }) {
  const viewport = useCanvasView(view => view.viewport)
  const size = useCanvasView(view => view.size)
  const { left, top, right, bottom } = visibleBox({ viewport, size })
  const [x0, x1] = [left, right].map(x => Math.round(x * scale.by + scale.x)) as [number, number]
  const [y0, y1] = [top, bottom].map(y => Math.round(y * scale.by + scale.y)) as [number, number]
  const place = { transform: `translate(${x0}px, ${y0}px)`, width: x1 - x0, height: y1 - y0 }
  return <div className={styles.mapFrame} style={place} />
}

type MapScale = Readonly<{ by: number; x: number; y: number }>

function mapScale(box: Box | null): MapScale | null {
  if (!box) return null
  const [width, height] = [box.right - box.left, box.bottom - box.top]
  const by = Math.min((WIDTH - 2 * MARGIN) / width, (HEIGHT - 2 * MARGIN) / height, 0.1)
  return {
    by,
    x: WIDTH / 2 - ((box.left + box.right) / 2) * by,
    y: HEIGHT / 2 - ((box.top + box.bottom) / 2) * by,
  }
}

function paint(canvas: HTMLCanvasElement | null, scene: Scene): void {
  const context = canvas?.getContext('2d')
  const scale = mapScale(scene.bounds())
  if (!canvas || !context || !scale) return
  const ratio = devicePixelRatio
  canvas.width = WIDTH * ratio
  canvas.height = HEIGHT * ratio
  context.setTransform(scale.by * ratio, 0, 0, scale.by * ratio, scale.x * ratio, scale.y * ratio)
  drawMap(context, scene, readColours(canvas), scale.by)
}
