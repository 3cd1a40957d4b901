import {
  IconAbc,
  IconCalendar,
  IconChevronDown,
  IconChevronRight,
  IconLetterT,
  IconList,
  IconLock,
  IconNumber123,
  IconToggleLeft,
} from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { isPredefined } from '../../src-shared/document/predefined-variables.ts'
import type { VariableRecord } from '../../src-shared/document/records.ts'
import { formatValue } from '../../src-shared/expression/format-value.ts'
import type { ValueType } from '../../src-shared/kit/value.ts'
import type { KindIcon } from '../blocks/kind-view.ts'
import css from './panels.module.css'
import { VariableEditor } from './variable-editor.tsx'

const TYPE_ICONS: Readonly<Record<ValueType, KindIcon>> = {
  text: IconLetterT,
  number: IconNumber123,
  boolean: IconToggleLeft,
  date: IconCalendar,
  list: IconList,
}

type Props = Readonly<{ variable: VariableRecord; uses: number; isOpen: boolean; onToggle: () => void }>

/** One variable: name, type, initial value and uses; opened, its form. */
export function VariableRow({ variable, uses, isOpen, onToggle }: Props) {
  const { t } = useTranslation()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  const { name, valueType, initial, secret } = variable
  const Type = TYPE_ICONS[valueType] ?? IconAbc
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  const value = secret ? t('variables.masked') : formatValue(initial) || t('variables.empty')
  return (
    <li ref={row} className={css.item} data-open={isOpen || undefined}>
      <button type="button" className={css.row} aria-expanded={isOpen} title={name} onClick={onToggle}>
        <Chevron size={14} aria-hidden />
        <span className={css.main}>
          <span className={`${css.name} ${css.mono}`}>{name}</span>
          {!isOpen && <span className={css.meta}>{`${t(`variables.type.${valueType}`)} · ${value}`}</span>}
        </span>
        {isPredefined(name) ? (
          <IconLock size={14} aria-label={t('variables.locked')} />
        ) : (
          <Type size={14} aria-hidden />
        )}
        <span
          className={css.count}
          title={uses > 0 ? t('variables.uses', { count: uses }) : t('variables.unused')}
        >
          {uses}
        </span>
      </button>
      {isOpen && <VariableEditor variable={variable} />}
    </li>
  )
}
