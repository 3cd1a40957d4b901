import { Button } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { restoreVersion, showWorkingCopy } from '../state/viewing.ts'
import { useWorkbench } from '../state/workbench.ts'
import styles from './shell.module.css'

/** Says that an older version is shown and cannot be changed, with the ways on. */
export function VersionBar() {
  const { t } = useTranslation()
  const version = useWorkbench(state => state.viewing?.version)
  if (version === undefined) return null
  return (
    <section className={styles.versionBar} aria-label={t('versions.view.bar')} role="status">
      <IconEye size={16} aria-hidden />
      <span>{t('versions.view.shown', { version })}</span>
      <Button size="compact-xs" variant="default" onClick={() => void restoreVersion(version)}>
        {t('versions.view.restore')}
      </Button>
      <Button size="compact-xs" onClick={() => void showWorkingCopy()}>
        {t('versions.view.back')}
      </Button>
    </section>
  )
}
