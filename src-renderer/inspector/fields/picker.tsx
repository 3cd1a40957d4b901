import { Popover } from '@mantine/core'
import { IconSelector, IconX } from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Choice, ChoiceGroup } from './choices.ts'
import type { FieldPath } from './field-scope.ts'
import { FormField } from './form-field.tsx'
import css from './picker.module.css'
import { type Create, PickerList } from './picker-list.tsx'

type Props = Readonly<{
  label: string
  quiet?: boolean
  path?: FieldPath
  hint?: ReactNode
  error?: string | null
  placeholder: string
  chosen: Choice | null
  /** Asked when the list is opened: a bot may have ten thousand blocks. */
  choices: () => readonly ChoiceGroup[]
  /** Whether nothing can be chosen again. */
  clearable?: boolean
  /** Last lines that make a new thing. */
  create?: Create | readonly Create[]
  onPick: (value: string | null) => void
}>

/** A searchable choice among variables, flows or blocks. */
export function Picker(props: Props) {
  const { chosen, onPick, create } = props
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  // The list takes the focus too early for Mantine to know where it was before.
  const button = useRef<HTMLButtonElement>(null)
  return (
    <FormField
      label={props.label}
      quiet={props.quiet}
      path={props.path}
      hint={props.hint}
      error={props.error}
    >
      {control => (
        <Popover
          withRoles={false}
          opened={opened}
          onChange={open => {
            setOpened(open)
            if (!open) button.current?.focus()
          }}
          position="bottom-start"
          width="target"
          offset={4}
          shadow="md"
          transitionProps={{ duration: 0 }}
          trapFocus
        >
          <Popover.Target>
            <div className={css.box} data-invalid={control['aria-invalid']}>
              <button
                {...control}
                ref={button}
                type="button"
                className={css.button}
                aria-haspopup="listbox"
                aria-expanded={opened}
                title={chosen?.label}
                onClick={() => setOpened(!opened)}
                onKeyDown={event => {
                  if (event.key !== 'ArrowDown' || event.altKey) return
                  event.preventDefault()
                  setOpened(true)
                }}
              >
                {chosen?.icon}
                <span className={chosen ? css.chosen : css.placeholder}>
                  {chosen?.label ?? props.placeholder}
                </span>
                <IconSelector size={14} aria-hidden />
              </button>
              {chosen && props.clearable !== false && (
                <button
                  type="button"
                  className={css.clear}
                  aria-label={t('inspector.picker.clear', { name: props.label })}
                  onClick={() => onPick(null)}
                >
                  <IconX size={14} aria-hidden />
                </button>
              )}
            </div>
          </Popover.Target>
          <Popover.Dropdown p={0} className={css.floating}>
            {opened && (
              <PickerList
                label={props.label}
                choices={props.choices}
                value={chosen?.value ?? null}
                creates={[create ?? []].flat().map(({ label, onCreate }) => ({
                  label,
                  onCreate: typed => close(() => onCreate(typed)),
                }))}
                onPick={value => close(() => onPick(value))}
              />
            )}
          </Popover.Dropdown>
        </Popover>
      )}
    </FormField>
  )

  function close(then: () => void) {
    setOpened(false)
    button.current?.focus()
    then()
  }
}
