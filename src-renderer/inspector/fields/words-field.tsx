import { type ReactNode, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import type { Localized } from '../../../src-shared/document/localized.ts'
import { DraftInput } from './draft-input.tsx'
import { type FieldPath, FieldScope } from './field-scope.ts'
import { withLocale } from './localized-change.ts'
import { wordsOf } from './paste-lines.ts'
import { useTextLocale } from './use-text-locale.ts'

type Words = Localized<readonly string[]>

type Props = Readonly<{
  label: string
  quiet?: boolean
  soft?: boolean
  path: FieldPath
  /** Tells these words from others of the block where their place in a list does not. */
  name?: string
  words: Words
  update: (change: (words: Words) => Record<string, string[]>) => boolean
  placeholder?: string
  hint?: ReactNode
  autoFocus?: boolean
}>

/** As in the schema of src-shared/document/field-types.ts. */
const MAX_WORDS = 50
const MAX_WORD_LENGTH = 80

/** Words with commas between them, in the language that is shown. */
export function WordsField({ path, name, words, update, ...rest }: Props) {
  const { t } = useTranslation()
  const { locale, locales } = useTextLocale()
  const field = `${useContext(FieldScope)}.${name ?? path.join('.')}.${locale}`
  const check = (text: string) => {
    const typed = wordsOf(text)
    const long = typed.find(word => word.length > MAX_WORD_LENGTH)
    if (long)
      return t('inspector.field.wordTooLong', { word: `${long.slice(0, 20)}…`, count: MAX_WORD_LENGTH })
    return typed.length > MAX_WORDS ? t('inspector.field.tooManyWords', { count: MAX_WORDS }) : null
  }
  return (
    <DraftInput
      key={field}
      field={field}
      {...rest}
      path={path}
      lang={locale}
      value={(words[locale] ?? []).join(', ')}
      check={check}
      commit={text => update(present => mutable(withLocale(present, locale, wordsOf(text), locales)))}
    />
  )
}

/** Schemas infer lists that may be changed; ours are not, so they are copied. */
function mutable(words: Words): Record<string, string[]> {
  return Object.fromEntries(Object.entries(words).map(([locale, list]) => [locale, [...list]]))
}
