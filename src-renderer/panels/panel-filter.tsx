import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import css from './panels.module.css'

type Props = Readonly<{ label: string; value: string; onChange: (value: string) => void }>

/** The line above a list that narrows it. */
export function PanelFilter({ label, value, onChange }: Props) {
  return (
    <div className={css.search}>
      <TextInput
        size="xs"
        aria-label={label}
        placeholder={label}
        leftSection={<IconSearch size={14} />}
        value={value}
        onChange={event => onChange(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key !== 'Escape' || value === '') return
          event.stopPropagation()
          onChange('')
        }}
      />
    </div>
  )
}
