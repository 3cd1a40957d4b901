import { IconPlus } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Choice, type ChoiceGroup, searchChoices } from './choices.ts'
import { listStep } from './list-step.ts'
import css from './picker.module.css'

/** A line that makes a new thing, named by what was typed. */
export type Create = Readonly<{ label: (typed: string) => string; onCreate: (typed: string) => void }>

type Props = Readonly<{
  label: string
  choices: () => readonly ChoiceGroup[]
  value: string | null
  creates?: readonly Create[]
  onPick: (value: string) => void
}>

/** The opened list of a picker: a line to search with, and what fits. Arrows choose, Enter takes. */
export function PickerList({ label, choices, value, creates = [], onPick }: Props) {
  const id = useId()
  const { t } = useTranslation()
  const [all] = useState(choices)
  const [typed, setTyped] = useState('')
  const groups = searchChoices(all, typed)
  const items = groups.flatMap(group => group.items)
  const present = items.findIndex(item => item.value === value)
  const [active, setActive] = useState(Math.max(0, present))
  const count = items.length + creates.length

  const take = (at: number) => {
    const item = items[at]
    if (item) onPick(item.value)
    else creates[at - items.length]?.onCreate(typed.trim())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.nativeEvent.isComposing || count === 0 ? null : listStep(event.key, active, count)
    // Tab and Escape leave the list, as everywhere.
    if (step === null || step === 'close' || event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (step === 'take') take(active)
    else setActive(step)
  }
  const optionOf = (at: number) => ({ id: `${id}-${at}`, isActive: at === active, onTake: () => take(at) })
  return (
    <div>
      <SearchLine
        label={t('inspector.picker.search', { name: label })}
        list={`${id}-list`}
        active={count > 0 ? `${id}-${active}` : undefined}
        typed={typed}
        onKeyDown={onKeyDown}
        onType={text => {
          setTyped(text)
          setActive(0)
        }}
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
              <Option key={item.value} {...optionOf(items.indexOf(item))}>
                <ChoiceText item={item} />
              </Option>
            ))}
          </div>
        ))}
        {creates.map(({ label: labelOf }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change while the list is open
          <Option key={at} {...optionOf(items.length + at)} isNew>
            <IconPlus size={14} aria-hidden />
            <span>{labelOf(typed.trim())}</span>
          </Option>
        ))}
      </div>
      {items.length === 0 && <p className={css.nothing}>{t('inspector.picker.nothing')}</p>}
    </div>
  )
}

type SearchProps = Readonly<{
  label: string
  list: string
  active: string | undefined
  typed: string
  onType: (text: string) => void
  onKeyDown: (event: KeyboardEvent) => void
}>

function SearchLine({ label, list, active, typed, onType, onKeyDown }: SearchProps) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  // At once: what is typed right after the click belongs here.
  useEffect(() => input.current?.focus({ preventScroll: true }), [])
  return (
    <input
      ref={input}
      className={css.search}
      role="combobox"
      aria-expanded
      aria-controls={list}
      aria-activedescendant={active}
      aria-label={label}
      placeholder={t('inspector.picker.searchPlaceholder')}
      value={typed}
      onChange={event => onType(event.target.value)}
      onKeyDown={onKeyDown}
    />
  )
}

type OptionProps = Readonly<{
  id: string
  isActive: boolean
  isNew?: boolean
  onTake: () => void
  children: ReactNode
}>

function Option({ id, isActive, isNew, onTake, children }: OptionProps) {
  const option = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) option.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the search line, which keeps the focus
    <div
      ref={option}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={css.option}
      data-new={isNew || undefined}
      onClick={onTake}
    >
      {children}
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
