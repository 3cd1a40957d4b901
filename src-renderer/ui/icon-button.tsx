import { ActionIcon, Tooltip } from '@mantine/core'
import type { MouseEventHandler, ReactNode } from 'react'

type Props = Readonly<{
  /** What it does: its name for everybody, shown on rest with the shortcut. */
  label: string
  shortcut?: string
  disabled?: boolean
  pressed?: boolean
  onClick: MouseEventHandler<HTMLButtonElement>
  children: ReactNode
}>

/** A quiet button of 28 px that is only a sign; its name shows on rest. */
export function IconButton({ label, shortcut, disabled = false, pressed, onClick, children }: Props) {
  return (
    <Tooltip label={shortcut ? `${label} · ${shortcut}` : label} openDelay={400} withArrow={false} fz={12}>
      <ActionIcon
        aria-label={label}
        aria-pressed={pressed}
        size={28}
        variant={pressed ? 'light' : 'subtle'}
        color={pressed ? undefined : 'gray'}
        bg={disabled ? 'transparent' : undefined}
        disabled={disabled}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
