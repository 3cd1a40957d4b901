import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MAX_OPTIONS } from '../../src-shared/blocks/option-fields.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { FieldMessage } from '../inspector/fields/field-message.tsx'
import css from '../inspector/fields/form.module.css'
import { moveItem } from '../inspector/fields/move-item.ts'
import { SortableList } from '../inspector/fields/sortable-list.tsx'
import { useTextLocale } from '../inspector/fields/use-text-locale.ts'
import { flushDrafts } from '../state/drafts.ts'
import { newId } from '../state/open-bot.ts'
import { OptionRow } from './option-row.tsx'
import { type MenuOption, newOption, pasteOptions } from './paste-options.ts'

type Props = Readonly<{
  block: BlockId
  options: readonly MenuOption[]
  setOptions: (map: (options: readonly MenuOption[]) => readonly MenuOption[]) => boolean
  /** How many must stay; one unless said. */
  atLeast?: number
  /** What a kind has before a label, and below it. */
  before?: (option: MenuOption, at: number) => ReactNode
  below?: (option: MenuOption, at: number, opened: boolean) => ReactNode
}>

/** Options in their order. Enter in a label goes to the next option, or makes one after the last. */
export function OptionList({ block, options, setOptions, atLeast = 1, before, below }: Props) {
  const { t } = useTranslation()
  const { locale, locales } = useTextLocale()
  const [focused, setFocused] = useState<string | null>(null)
  const [leftOut, setLeftOut] = useState(0)
  const full = options.length >= MAX_OPTIONS
  const add = () => {
    if (full) return
    const option = newOption(locale, newId)
    setFocused(option.id)
    setOptions(present => [...present, option])
  }
  const paste = (id: string, lines: readonly string[]) => {
    flushDrafts()
    let left = 0
    setOptions(present => {
      const at = present.findIndex(option => option.id === id)
      const pasted = pasteOptions({ options: present, at, lines, locale, newId })
      left = pasted.left
      return pasted.options
    })
    setLeftOut(left)
  }
  const nameOf = ({ label }: MenuOption, at: number) =>
    label[locale] || label[locales[0] ?? ''] || t('blocks.menu.optionLabel', { number: at + 1 })

  return (
    <div className={css.section} data-path="options">
      <h4 className={css.heading}>{t('blocks.menu.options')}</h4>
      <SortableList
        label={t('blocks.menu.options')}
        items={options}
        keyOf={({ id }) => id}
        nameOf={nameOf}
        onMove={(from, to) => setOptions(present => moveItem(present, from, to))}
        render={(option, at) => (
          <OptionRow
            key={`${option.id}.${locale}`}
            block={block}
            option={option}
            at={at}
            isOnly={options.length <= atLeast}
            takesFocus={focused === option.id}
            before={before?.(option, at)}
            below={below && (opened => below(option, at, opened))}
            patch={map =>
              setOptions(present => present.map(each => (each.id === option.id ? map(each) : each)))
            }
            onRemove={() => setOptions(present => present.filter(({ id }) => id !== option.id))}
            onEnter={() => (at === options.length - 1 ? add() : setFocused(options[at + 1]?.id ?? null))}
            onFocused={() => setFocused(null)}
            onPasteLines={lines => paste(option.id, lines)}
          />
        )}
      />
      {leftOut > 0 && (
        <FieldMessage
          severity="warning"
          message={t('blocks.menu.pasted', { count: leftOut, max: MAX_OPTIONS })}
        />
      )}
      {full ? (
        <p className={css.note}>{t('blocks.menu.full', { count: MAX_OPTIONS })}</p>
      ) : (
        <Button
          className={css.start}
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={add}
        >
          {t('blocks.menu.add')}
        </Button>
      )}
      <p className={css.note}>{t('blocks.menu.pasteHint')}</p>
    </div>
  )
}
