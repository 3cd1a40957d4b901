import { Button, Loader } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './canvas.module.css'
import { useCanvasView } from './canvas-view.ts'

/** An arrangement that takes long: how much it is, and the way out. */
export function ArrangeProgress() {
  const { t } = useTranslation()
  const arranging = useCanvasView(view => view.arranging)
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
