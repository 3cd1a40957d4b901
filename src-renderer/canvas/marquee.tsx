import styles from './canvas.module.css'
import { useCanvasView } from './canvas-view.ts'

/** The area being selected. */
export function Marquee() {
  const marquee = useCanvasView(view => view.marquee)
  const viewport = useCanvasView(view => view.viewport)
  if (!marquee) return null
  const { x, y, zoom } = viewport
  return (
    <div
      className={styles.marquee}
      style={{
        left: marquee.left * zoom + x,
        top: marquee.top * zoom + y,
        width: (marquee.right - marquee.left) * zoom,
        height: (marquee.bottom - marquee.top) * zoom,
      }}
    />
  )
}
