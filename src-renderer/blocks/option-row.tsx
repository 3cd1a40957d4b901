import { IconDots, IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { inLocale, MAX_TEXT_LENGTH } from '../../src-shared/document/localized.ts'
import { tightest } from '../../src-shared/lint/field-measures.ts'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import css from '../inspector/fields/form.module.css'
import { LimitCounter, limitState } from '../inspector/fields/limit-counter.tsx'
import { withLocale } from '../inspector/fields/localized-change.ts'
import { pastedLines } from '../inspector/fields/paste-lines.ts'
import { SmallButton } from '../inspector/fields/small-button.tsx'
import { useFieldMeasures } from '../inspector/fields/use-field-measures.ts'
import { useTextLocale } from '../inspector/fields/use-text-locale.ts'
import { WordsField } from '../inspector/fields/words-field.tsx'
import row from './option-row.module.css'
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
  /** What the kind has before the label, such as a tick, and below it; `opened` when more about it is asked for. */
  before?: ReactNode
  below?: (opened: boolean) => ReactNode
}>

/** One option: its label, and behind the dots the words also understood and the second line. */
export function OptionRow(props: Props) {
  const { option, at, patch } = props
  const { t } = useTranslation()
  const { locale } = useTextLocale()
  const [opened, setOpened] = useState(false)
  const hasWords = (option.synonyms[locale] ?? []).length > 0
  const hasDescription = (option.description?.[locale] ?? '') !== ''
  const number = at + 1
  return (
    <>
      <div className={css.line}>
        <div className={row.first}>
          {props.before && <div className={row.before}>{props.before}</div>}
          <Label {...props} />
        </div>
        <SmallButton label={t('blocks.menu.showMore', { number })} onClick={() => setOpened(!opened)}>
          <IconDots size={14} />
        </SmallButton>
        <SmallButton
          label={t('blocks.menu.remove', { number })}
          disabled={props.isOnly}
          onClick={props.onRemove}
        >
          <IconX size={14} />
        </SmallButton>
      </div>
      {(opened || hasWords) && (
        <WordsField
          quiet
          soft
          name={`${option.id}.synonyms`}
          label={t('blocks.menu.showSynonyms', { number })}
          placeholder={t('blocks.menu.synonyms')}
          path={['options', at, 'synonyms']}
          words={option.synonyms}
          autoFocus={opened && !hasWords}
          update={map => patch(present => ({ ...present, synonyms: map(present.synonyms) }))}
        />
      )}
      {(opened || hasDescription) && <Description {...props} />}
      {props.below?.(opened)}
    </>
  )
}

function Label(props: Props) {
  const { block, option, at, patch, takesFocus, onFocused } = props
  const { t } = useTranslation()
  const { locale, locales } = useTextLocale()
  const input = useRef<HTMLInputElement>(null)
  const label = option.label[locale] ?? ''
  const measures = useFieldMeasures(['options', at, 'label'], label)
  const isTight = limitState(tightest(measures)) !== 'fits'
  useEffect(() => {
    if (!takesFocus) return
    input.current?.focus()
    onFocused()
  }, [takesFocus, onFocused])
  return (
    <DraftInput
      quiet
      field={`${block}.${option.id}.label.${locale}`}
      label={t('blocks.menu.optionLabel', { number: at + 1 })}
      placeholder={inLocale(option.label, locale, locales) || t('blocks.menu.optionPlaceholder')}
      path={['options', at, 'label']}
      lang={locale}
      value={label}
      hint={isTight && <LimitCounter length={label.length} measures={measures} />}
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
  )
}

function Description({ block, option, at, patch }: Props) {
  const { t } = useTranslation()
  const { locale, locales } = useTextLocale()
  const description = option.description?.[locale] ?? ''
  const measures = useFieldMeasures(['options', at, 'description'], description)
  const isTight = limitState(tightest(measures)) !== 'fits'
  const field = `${block}.${option.id}.description.${locale}`
  return (
    <DraftInput
      key={field}
      quiet
      soft
      field={field}
      label={t('blocks.menu.description', { number: at + 1 })}
      placeholder={t('blocks.menu.descriptionPlaceholder')}
      path={['options', at, 'description']}
      lang={locale}
      value={description}
      hint={isTight && <LimitCounter length={description.length} measures={measures} />}
      check={text =>
        text.length > MAX_TEXT_LENGTH ? t('inspector.field.atMost', { count: MAX_TEXT_LENGTH }) : null
      }
      commit={text =>
        patch(({ description, ...present }) => {
          const texts = withLocale(description ?? {}, locale, text, locales)
          // A second line that says nothing in any language is none.
          return Object.values(texts).some(Boolean) ? { ...present, description: texts } : present
        })
      }
    />
  )
}
