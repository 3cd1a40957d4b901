import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import css from '../inspector/fields/form.module.css'

/** The button under a list that adds a row to it. */
export function AddButton({ label, onClick }: Readonly<{ label: string; onClick: () => void }>) {
  return (
    <Button
      className={css.start}
      size="compact-xs"
      variant="default"
      leftSection={<IconPlus size={14} />}
      onClick={onClick}
    >
      {label}
    </Button>
  )
}
