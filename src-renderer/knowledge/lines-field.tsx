import { type ReactNode, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import type { Localized } from '../../src-shared/document/localized.ts'
import css from '../inspector/fields/field.module.css'
import { type FieldPath, FieldScope } from '../inspector/fields/field-scope.ts'
import { FormField } from '../inspector/fields/form-field.tsx'
import { withLocale } from '../inspector/fields/localized-change.ts'
import { useDraft } from '../inspector/fields/use-draft.ts'
import { useTextLocale } from '../inspector/fields/use-text-locale.ts'

type Lines = Localized<readonly string[]>

type Props = Readonly<{
  label: string
  path: FieldPath
  lines: Lines
  most: number
  hint: ReactNode
  placeholder: string
  update: (lines: Record<string, string[]>) => boolean
}>

/** As in the schema of src-shared/document/records.ts. */
const MAX_LINE = 500

/** Phrases or questions, one on each line, in the language that is shown. */
export function LinesField(props: Props) {
  const { locale } = useTextLocale()
  const field = `${useContext(FieldScope)}.${props.path.join('.')}.${locale}`
  return <LocaleLines key={field} field={field} {...props} />
}

function LocaleLines({
  field,
  label,
  path,
  lines,
  most,
  hint,
  placeholder,
  update,
}: Props & { field: string }) {
  const { t } = useTranslation()
  const { locale, locales } = useTextLocale()
  const draft = useDraft({
    field,
    value: (lines[locale] ?? []).join('\n'),
    check: text => {
      const typed = linesOf(text)
      const long = typed.findIndex(line => line.length > MAX_LINE)
      if (long >= 0) return t('knowledge.longLine', { line: long + 1, count: MAX_LINE })
      return typed.length > most ? t('knowledge.tooManyLines', { count: most }) : null
    },
    commit: text => {
      const changed = withLocale(lines, locale, linesOf(text), locales)
      return update(Object.fromEntries(Object.entries(changed).map(([key, list]) => [key, [...list]])))
    },
  })
  return (
    <FormField label={label} path={path} hint={hint} error={draft.error}>
      {control => (
        <textarea
          {...control}
          className={css.input}
          rows={6}
          lang={locale}
          dir="auto"
          placeholder={placeholder}
          value={draft.text}
          onChange={event => draft.type(event.target.value)}
          onBlur={draft.flush}
        />
      )}
    </FormField>
  )
}

/** Each once, without the signs copied lists begin with. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/).map(line => line.replace(/^\s*(?:[-*•]\s+|\d+[.)]\s+)?/, '').trim())
  return [...new Set(lines.filter(line => line !== ''))]
}
