import { CloseButton } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useWorkbench } from '../state/workbench.ts'
import styles from './shell.module.css'

const ICONS = { error: IconAlertTriangle, success: IconCircleCheck, info: IconInfoCircle }

/** What just went wrong, or was done, across the top until it is closed. */
export function Banner() {
  const { t } = useTranslation()
  const banner = useWorkbench(state => state.banner)
  if (!banner) return null
  const Icon = ICONS[banner.tone]
  return (
    <div
      className={styles.banner}
      data-tone={banner.tone}
      role={banner.tone === 'error' ? 'alert' : 'status'}
    >
      <Icon size={16} aria-hidden />
      <span>{banner.message}</span>
      <CloseButton
        size="sm"
        aria-label={t('shell.close')}
        onClick={() => useWorkbench.setState({ banner: null })}
      />
    </div>
  )
}
