import { ActionIcon, Popover } from '@mantine/core'
import { IconBraces } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Suggestion } from './completion.ts'
import css from './picker.module.css'
import { PickerList } from './picker-list.tsx'

type Props = Readonly<{ field: string; suggestions: readonly Suggestion[]; onInsert: (name: string) => void }>

/** The button above a text that writes a variable at the caret. */
export function InsertVariable({ field, suggestions, onInsert }: Props) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  const label = t('inspector.field.insertVariable', { field })
  const choices = () => {
    const variables = suggestions.filter(({ kind }) => kind === 'variable')
    return [
      {
        group: null,
        items: variables.map(({ name, detail }) => ({ value: name, label: name, hint: detail })),
      },
    ]
  }
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={260}
      offset={4}
      shadow="md"
      transitionProps={{ duration: 0 }}
      trapFocus
      withRoles={false}
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={20}
          aria-label={label}
          title={label}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          <IconBraces size={14} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0} className={css.floating}>
        {opened && (
          <PickerList
            label={t('inspector.field.variables')}
            choices={choices}
            value={null}
            onPick={name => {
              setOpened(false)
              onInsert(name)
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
