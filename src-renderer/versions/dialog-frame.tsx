import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/dialog.tsx'
import css from './versions.module.css'

type Props = Readonly<{ title: string; onClose: () => void; size?: number; children: ReactNode }>

/** A dialog that does not go away by a click beside it: what was typed would be lost. */
export function DialogFrame({ title, onClose, size = 480, children }: Props) {
  return (
    <Dialog onClose={onClose} title={title} size={size} staysOnClickBeside>
      <div className={css.body}>{children}</div>
    </Dialog>
  )
}

/** The buttons at the end of a dialog: the way out, what else there is, and the one that does it. */
export function Actions({
  onCancel,
  cancel,
  children,
}: {
  onCancel: () => void
  cancel?: string
  children?: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <div className={css.actions}>
      <Button size="xs" variant="default" onClick={onCancel}>
        {cancel ?? t('versions.cancel')}
      </Button>
      {children}
    </div>
  )
}
