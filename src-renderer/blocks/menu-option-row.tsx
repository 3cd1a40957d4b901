import { IconLanguage, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { inLocale, MAX_TEXT_LENGTH } from '../../src-shared/document/localized.ts'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import css from '../inspector/fields/form.module.css'
import { withLocale } from '../inspector/fields/localized-change.ts'
import { pastedLines, wordsOf } from '../inspector/fields/paste-lines.ts'
import { SmallButton } from '../inspector/fields/small-button.tsx'
import { useTextLocale } from '../inspector/fields/use-text-locale.ts'
import type { MenuOption } from './paste-options.ts'

type Props = Readonly<{
  block: BlockId
  option: MenuOption
  at: number
  isOnly: boolean
  takesFocus: boolean
  patch: (map: (option: MenuOption) => MenuOption) => boolean
  onRemove: () => void
  onEnter: () => void
  onFocused: () => void
  onPasteLines: (lines: readonly string[]) => void
}>

/** As in the schema of src-shared/blocks/field-types.ts. */
const MAX_WORDS = 50
const MAX_WORD_LENGTH = 80

export function MenuOptionRow(props: Props) {
  const { block, option, at, patch } = props
  const { t } = useTranslation()
  const { locale, locales } = useTextLocale()
  const words = option.synonyms[locale] ?? []
  const [opened, setOpened] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const { takesFocus, onFocused } = props
  useEffect(() => {
    if (!takesFocus) return
    input.current?.focus()
    onFocused()
  }, [takesFocus, onFocused])
  const number = at + 1
  return (
    <>
      <div className={css.line}>
        <DraftInput
          quiet
          field={`${block}.${option.id}.label.${locale}`}
          label={t('blocks.menu.optionLabel', { number })}
          placeholder={inLocale(option.label, locale, locales) || t('blocks.menu.optionPlaceholder')}
          path={['options', at, 'label']}
          lang={locale}
          value={option.label[locale] ?? ''}
          inputRef={input}
          check={text =>
            text.length > MAX_TEXT_LENGTH ? t('inspector.field.atMost', { count: MAX_TEXT_LENGTH }) : null
          }
          commit={text =>
            patch(present => ({ ...present, label: withLocale(present.label, locale, text, locales) }))
          }
          onEnter={props.onEnter}
          onPaste={event => {
            const lines = pastedLines(event.clipboardData.getData('text/plain'))
            if (!lines || lines.some(line => line.length > MAX_TEXT_LENGTH)) return
            event.preventDefault()
            props.onPasteLines(lines)
          }}
        />
        <SmallButton label={t('blocks.menu.showSynonyms', { number })} onClick={() => setOpened(!opened)}>
          <IconLanguage size={14} />
        </SmallButton>
        <SmallButton
          label={t('blocks.menu.remove', { number })}
          disabled={props.isOnly}
          onClick={props.onRemove}
        >
          <IconX size={14} />
        </SmallButton>
      </div>
      {(opened || words.length > 0) && (
        <DraftInput
          quiet
          soft
          field={`${block}.${option.id}.synonyms.${locale}`}
          label={t('blocks.menu.showSynonyms', { number })}
          placeholder={t('blocks.menu.synonyms')}
          path={['options', at, 'synonyms']}
          lang={locale}
          value={words.join(', ')}
          autoFocus={opened && words.length === 0}
          check={text => synonymsProblem(wordsOf(text), t)}
          commit={text =>
            patch(present => ({
              ...present,
              synonyms: mutableWords(withLocale(present.synonyms, locale, wordsOf(text), locales)),
            }))
          }
        />
      )}
    </>
  )
}

function synonymsProblem(
  words: readonly string[],
  t: (key: string, values: Record<string, unknown>) => string,
): string | null {
  const long = words.find(word => word.length > MAX_WORD_LENGTH)
  if (long) return t('inspector.field.wordTooLong', { word: `${long.slice(0, 20)}…`, count: MAX_WORD_LENGTH })
  return words.length > MAX_WORDS ? t('inspector.field.tooManyWords', { count: MAX_WORDS }) : null
}

/** Schemas infer lists that may be changed; ours are not, so they are copied. */
function mutableWords(texts: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(texts).map(([locale, words]) => [locale, [...words]]))
}
