import { Button } from '@mantine/core'
import { IconCircleCheck, IconRefresh } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import css from './live.module.css'

type Props = Readonly<{
  /** What was done just now, in words. */
  done: string | null
  isAsking: boolean
  onRefresh: () => void
  children?: ReactNode
}>

/** Above a list of an engine: what was done last, asking anew, and what can be added. */
export function ListBar({ done, isAsking, onRefresh, children }: Props) {
  const { t } = useTranslation()
  return (
    <div className={css.bar}>
      {done === null ? (
        <span />
      ) : (
        <p className={css.good} role="status">
          <IconCircleCheck size={14} aria-hidden />
          {done}
        </p>
      )}
      <Button
        size="xs"
        variant="default"
        loading={isAsking}
        leftSection={<IconRefresh size={14} aria-hidden />}
        onClick={onRefresh}
      >
        {t('live.again')}
      </Button>
      {children}
    </div>
  )
}
