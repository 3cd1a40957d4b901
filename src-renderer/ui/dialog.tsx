import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type Props = Readonly<{
  title: string
  /** Pixels, or a size of Mantine's. */
  size: number | 'sm'
  onClose: () => void
  /** Where a click beside it would lose what was typed. */
  staysOnClickBeside?: boolean
  children: ReactNode
}>

/** A titled dialog over the window; Escape and its cross close it. */
export function Dialog({ title, size, onClose, staysOnClickBeside = false, children }: Props) {
  const { t } = useTranslation()
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      closeOnClickOutside={!staysOnClickBeside}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      {children}
    </Modal>
  )
}
