import { Button, CloseButton } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Banner as BannerState, useWorkbench } from '../state/workbench.ts'
import styles from './shell.module.css'

const ICONS = { error: IconAlertTriangle, success: IconCircleCheck, info: IconInfoCircle }

/** Long enough to read one line twice, and to think better of what can be undone. */
const SUCCESS_MS = 8000
const UNDO_MS = 20_000

/** What just went wrong, or was done: over the window until it is closed. A success goes by itself. */
export function Banner() {
  const banner = useWorkbench(state => state.banner)
  return banner && <Shown banner={banner} />
}

function Shown({ banner }: { banner: BannerState }) {
  const { t } = useTranslation()
  const [isHeld, setHeld] = useState(false)
  const isPassing = banner.tone === 'success' && !isHeld
  useEffect(() => {
    if (!isPassing) return
    const timer = setTimeout(close, banner.undo ? UNDO_MS : SUCCESS_MS)
    return () => clearTimeout(timer)
  }, [isPassing, banner])
  const Icon = ICONS[banner.tone]
  return (
    <div
      className={styles.banner}
      data-tone={banner.tone}
      role={banner.tone === 'error' ? 'alert' : 'status'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      <Icon size={16} aria-hidden />
      <span>{banner.message}</span>
      {banner.undo && (
        <Button size="compact-xs" variant="default" onClick={() => void takeBack(banner.undo)}>
          {t('shell.command.edit_undo')}
        </Button>
      )}
      <CloseButton size="sm" aria-label={t('shell.close')} onClick={close} />
    </div>
  )
}

async function takeBack(undo: BannerState['undo']): Promise<void> {
  close()
  await undo?.()
}

function close(): void {
  useWorkbench.setState({ banner: null })
}
