import { ViewportPortal } from '@xyflow/react'
import { visibleBox } from '../canvas/box.ts'
import { CARDS_FROM_ZOOM } from '../canvas/draw-scene.ts'
import type { Scene } from '../canvas/scene.ts'
import styles from './compare.module.css'
import { useCompare } from './compare-state.ts'

/** The words of notes and groups, which can only be read here. */
export function PaneNotes({ scene }: { scene: Scene }) {
  const viewport = useCompare(state => state.viewport)
  const size = useCompare(state => state.size)
  if (viewport.zoom < CARDS_FROM_ZOOM) return null
  const seen = visibleBox({ viewport, size })
  return (
    <ViewportPortal>
      {scene.groupsIn(seen).map(({ record, box }) => (
        <div key={record.id} className={styles.groupTitle} style={{ left: box.left + 12, top: box.top + 4 }}>
          {record.title}
        </div>
      ))}
      {scene.notesIn(seen).map(({ id, text, x, y, width, height, hue }) => (
        <div key={id} className={styles.note} data-hue={hue} style={{ left: x, top: y, width, height }}>
          {text}
        </div>
      ))}
    </ViewportPortal>
  )
}
