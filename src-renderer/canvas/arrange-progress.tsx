import { Button, Loader } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './canvas.module.css'
import { useCanvasView } from './canvas-view.ts'

/** A paste or an arrangement that takes long; of the latter how much it is, and the way out. */
export function ArrangeProgress() {
  const { t } = useTranslation()
  const arranging = useCanvasView(view => view.arranging)
  const isPasting = useCanvasView(view => view.isPasting)
  if (isPasting)
    return (
      <div className={styles.progress} role="status">
        <Loader size={14} />
        <span>{t('craft.paste.running')}</span>
      </div>
    )
  if (!arranging?.isLong) return null
  return (
    <div className={styles.progress} role="status">
      <Loader size={14} />
      <span>{t('craft.arrange.running', { count: arranging.count })}</span>
      <Button size="compact-xs" variant="default" onClick={arranging.cancel}>
        {t('craft.arrange.cancel')}
      </Button>
    </div>
  )
}
