import { Button } from '@mantine/core'
import { IconEye, IconMessagePlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { showLibrary } from '../library/library-actions.ts'
import { useWorkbench } from '../state/workbench.ts'
import styles from './shell.module.css'

/** Says that a file is only shown, or that what is changed becomes a suggestion, with the way back. */
export function ReviewBars() {
  const { t } = useTranslation()
  const looking = useWorkbench(state => state.looking)
  const suggesting = useWorkbench(state => state.suggesting)
  if (looking !== null)
    return (
      <section className={styles.versionBar} aria-label={t('review.title')} role="status">
        <IconEye size={16} aria-hidden />
        <span>{t('review.look.shown', { file: looking })}</span>
        <Button size="compact-xs" onClick={() => void leave()}>
          {t('review.look.leave')}
        </Button>
      </section>
    )
  if (!suggesting) return null
  return (
    <section className={styles.versionBar} aria-label={t('review.suggest')} role="status">
      <IconMessagePlus size={16} aria-hidden />
      <span>{t('review.suggesting')}</span>
      <Button size="compact-xs" onClick={() => useWorkbench.setState({ suggesting: false })}>
        {t('review.stop')}
      </Button>
    </section>
  )
}

async function leave(): Promise<void> {
  await showLibrary()
  useWorkbench.setState({ editor: null, bot: null, looking: null })
}
