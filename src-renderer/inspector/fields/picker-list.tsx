import { IconPlus } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Choice, type ChoiceGroup, searchChoices } from './choices.ts'
import css from './picker.module.css'

type Props = Readonly<{
  label: string
  choices: () => readonly ChoiceGroup[]
  value: string | null
  create?: { label: (typed: string) => string; onCreate: (typed: string) => void }
  onPick: (value: string) => void
}>

/** The opened list of a picker: a line to search with, and what fits. Arrows choose, Enter takes. */
export function PickerList({ label, choices, value, create, onPick }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const [all] = useState(choices)
  const [typed, setTyped] = useState('')
  const groups = searchChoices(all, typed)
  const items = groups.flatMap(group => group.items)
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      items.findIndex(item => item.value === value),
    ),
  )
  const count = items.length + (create ? 1 : 0)
  const shown = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is what has to be brought into view
  useEffect(() => shown.current?.scrollIntoView({ block: 'nearest' }), [active])

  const take = (at: number) => {
    const item = items[at]
    if (item) onPick(item.value)
    else create?.onCreate(typed.trim())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || count === 0) return
    if (event.key === 'ArrowDown') setActive((active + 1) % count)
    else if (event.key === 'ArrowUp') setActive((active + count - 1) % count)
    else if (event.key === 'Enter') take(active)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const optionOf = (at: number) => ({
    id: `${id}-${at}`,
    ref: at === active ? shown : undefined,
    role: 'option',
    tabIndex: -1,
    'aria-selected': at === active,
    className: css.option,
    onClick: () => take(at),
  })
  return (
    <div>
      <input
        className={css.search}
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={count > 0 ? `${id}-${active}` : undefined}
        aria-label={t('inspector.picker.search', { name: label })}
        placeholder={t('inspector.picker.searchPlaceholder')}
        value={typed}
        data-autofocus
        onChange={event => {
          setTyped(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label={label} className={css.list}>
        {groups.map(({ group, items: members }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of a listbox, not of a form
          <div key={group ?? ''} role="group" aria-label={group ?? label}>
            {group !== null && (
              <div className={css.group} aria-hidden>
                {group}
              </div>
            )}
            {members.map(item => (
              <div key={item.value} {...optionOf(items.indexOf(item))}>
                <ChoiceText item={item} />
              </div>
            ))}
          </div>
        ))}
        {items.length === 0 && <p className={css.nothing}>{t('inspector.picker.nothing')}</p>}
        {create && (
          <div {...optionOf(items.length)} data-new>
            <IconPlus size={14} aria-hidden />
            <span>{create.label(typed.trim())}</span>
          </div>
        )}
      </div>
    </div>
  )
}

function ChoiceText({ item }: { item: Choice }) {
  return (
    <>
      {item.icon}
      <span className={css.text}>
        <span>{item.label}</span>
        {item.hint && <small>{item.hint}</small>}
      </span>
    </>
  )
}
