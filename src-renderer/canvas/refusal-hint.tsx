import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './canvas.module.css'
import { useCanvasView } from './canvas-view.ts'

/** Beside the pointer: why the edge being drawn cannot end here. */
export function RefusalHint() {
  const { t } = useTranslation()
  const refusal = useCanvasView(view => view.connecting?.refusal ?? null)
  const isConnecting = useCanvasView(view => view.connecting !== null)
  const chip = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isConnecting) return
    const follow = ({ clientX, clientY }: PointerEvent) => {
      if (chip.current) chip.current.style.translate = `${clientX + 14}px ${clientY + 14}px`
    }
    addEventListener('pointermove', follow, { capture: true })
    return () => removeEventListener('pointermove', follow, { capture: true })
  }, [isConnecting])
  if (!isConnecting) return null
  return (
    <div ref={chip} className={styles.refusal} role="status" hidden={refusal === null}>
      {refusal && t(`canvas.refusal.${refusal}`)}
    </div>
  )
}
