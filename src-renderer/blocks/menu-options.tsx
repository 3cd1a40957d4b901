import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { MAX_OPTIONS } from '../../src-shared/blocks/menu.ts'
import { FieldMessage } from '../inspector/fields/field-message.tsx'
import css from '../inspector/fields/form.module.css'
import { moveItem } from '../inspector/fields/move-item.ts'
import { SortableList } from '../inspector/fields/sortable-list.tsx'
import { useTextLocale } from '../inspector/fields/use-text-locale.ts'
import { flushDrafts } from '../state/drafts.ts'
import { newId } from '../state/open-bot.ts'
import type { FormProps } from './kind-view.ts'
import { MenuOptionRow } from './menu-option-row.tsx'
import { type MenuOption, newOption, pasteOptions } from './paste-options.ts'

/** The options of a menu in their order. Enter in a label goes to the next option, or makes one after the last. */
export function MenuOptions({ block, data, change }: FormProps<DataOf<'menu'>>) {
  const { t } = useTranslation()
  const { locale, locales } = useTextLocale()
  const [focused, setFocused] = useState<string | null>(null)
  const [leftOut, setLeftOut] = useState(0)
  const full = data.options.length >= MAX_OPTIONS

  const setOptions = (map: (options: readonly MenuOption[]) => readonly MenuOption[]) =>
    change(present => ({ ...present, options: [...map(present.options)] }))
  const add = () => {
    if (full) return
    const option = newOption(locale, newId)
    setFocused(option.id)
    setOptions(options => [...options, option])
  }
  const paste = (id: string, lines: readonly string[]) => {
    flushDrafts()
    let left = 0
    setOptions(options => {
      const at = options.findIndex(option => option.id === id)
      const pasted = pasteOptions({ options, at, lines, locale, newId })
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
        items={data.options}
        keyOf={({ id }) => id}
        nameOf={nameOf}
        onMove={(from, to) => setOptions(options => moveItem(options, from, to))}
        render={(option, at) => (
          <MenuOptionRow
            key={`${option.id}.${locale}`}
            block={block.id}
            option={option}
            at={at}
            isOnly={data.options.length === 1}
            takesFocus={focused === option.id}
            patch={map =>
              setOptions(options => options.map(each => (each.id === option.id ? map(each) : each)))
            }
            onRemove={() => setOptions(options => options.filter(({ id }) => id !== option.id))}
            onEnter={() =>
              at === data.options.length - 1 ? add() : setFocused(data.options[at + 1]?.id ?? null)
            }
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
