import { Button, Loader } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../ipc/client.ts'
import { useWorkbench } from '../state/workbench.ts'
import styles from './shell.module.css'

/** What takes less is not told. */
const LATE_MS = 500

/** Says that a whole bot is being read, written or copied when that takes longer than a moment; it can be given up. */
export function FileWork() {
  const { t } = useTranslation()
  const working = useWorkbench(state => state.working)
  const [late, setLate] = useState<typeof working>(null)
  useEffect(() => {
    if (!working) return
    const timer = setTimeout(() => setLate(working), LATE_MS)
    return () => clearTimeout(timer)
  }, [working])
  if (!working || late !== working) return null
  return (
    <div className={styles.working} role="status">
      <Loader size={14} aria-hidden />
      <span>{t(`library.working.${working.doing}`, { name: working.name })}</span>
      <Button size="compact-xs" variant="subtle" onClick={() => void client['package.cancel']()}>
        {t('library.cancel')}
      </Button>
    </div>
  )
}
