import { ActionIcon } from '@mantine/core'
import type { ReactNode } from 'react'
import css from './small-button.module.css'

type Props = Readonly<{ label: string; disabled?: boolean; onClick: () => void; children: ReactNode }>

/** A quiet sign beside a field; as high as the field, so that rows stand straight. */
export function SmallButton({ label, disabled = false, onClick, children }: Props) {
  return (
    <ActionIcon
      className={css.button}
      variant="subtle"
      color="gray"
      w={26}
      h={30}
      miw={26}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  )
}
