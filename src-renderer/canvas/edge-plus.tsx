import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useWorkbench } from '../state/workbench.ts'
import styles from './canvas.module.css'
import { useCanvasView } from './canvas-view.ts'
import { CARDS_FROM_ZOOM } from './draw-scene.ts'
import { pointOn } from './edge-path.ts'
import { showKinds } from './insert-actions.ts'
import type { Scene } from './scene.ts'

/** A plus in the middle of the edge under the pointer, or of the one that is selected. */
export function EdgePlus({ scene }: { scene: Scene }) {
  const { t } = useTranslation()
  const hovered = useCanvasView(view => view.hoveredEdge)
  const { x, y, zoom } = useCanvasView(view => view.viewport)
  const isBusy = useCanvasView(view => Boolean(view.drag || view.connecting || view.marquee || view.next))
  const selected = useWorkbench(({ selection: { blocks, edges } }) =>
    blocks.size === 0 && edges.size === 1 ? [...edges][0] : undefined,
  )
  const edge = scene.edge(hovered ?? selected ?? ('' as never))
  if (!edge || isBusy || zoom < CARDS_FROM_ZOOM) return null
  const middle = pointOn(edge.ends, 0.5)
  return (
    <button
      type="button"
      className={styles.plus}
      data-edge-plus
      aria-label={t('canvas.insertHere')}
      title={t('canvas.insertHere')}
      style={{ left: middle.x * zoom + x, top: middle.y * zoom + y }}
      onClick={() => showKinds(edge.record.id)}
    >
      <IconPlus size={14} stroke={2.2} />
    </button>
  )
}
