import { type ReactNode, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { inLocale, type Localized, MAX_TEXT_LENGTH } from '../../../src-shared/document/localized.ts'
import type { FieldMeasure } from '../../../src-shared/lint/field-measures.ts'
import type { Issue } from '../../../src-shared/lint/issue.ts'
import { useDocument } from '../../state/edits.ts'
import { showNumber } from '../../words/show-number.ts'
import { TextEditor } from '../editor/text-editor.tsx'
import { FieldMessage } from './field-message.tsx'
import { type FieldPath, FieldScope } from './field-scope.ts'
import { FormField } from './form-field.tsx'
import { LimitCounter } from './limit-counter.tsx'
import { withLocale } from './localized-change.ts'
import { templateProblems, unclosedPlace } from './template-problems.ts'
import { useDraft } from './use-draft.ts'
import { useFieldMeasures } from './use-field-measures.ts'
import { useTextLocale } from './use-text-locale.ts'

type Props = Readonly<{
  label: string
  texts: Localized
  path: FieldPath
  /** Changes the texts as they are when the edit is made. */
  update: (change: (texts: Localized) => Record<string, string>) => boolean
  placeholder?: string
  hint?: ReactNode
  rows?: number
  /** For texts without formatting, such as labels. */
  plain?: boolean
}>

/** A text for customers in the language that is shown, with `{{ }}` places for variables and formulas. */
export function TemplateField(props: Props) {
  const { locale } = useTextLocale()
  const field = `${useContext(FieldScope)}.${props.path.join('.')}.${locale}`
  return <LocaleText key={field} field={field} {...props} />
}

function LocaleText({
  field,
  label,
  texts,
  path,
  update,
  placeholder,
  hint,
  rows = 2,
  plain = false,
}: Props & { field: string }) {
  const { t } = useTranslation()
  const { locale, locales } = useTextLocale()
  const draft = useDraft({
    field,
    value: texts[locale] ?? '',
    check: text => tooLong(text, t),
    commit: text => update(present => withLocale(present, locale, text, locales)),
  })
  const measures = useFieldMeasures(path, draft.text)
  const exceeded = measures.filter(({ problem }) => problem !== null)
  const elsewhere = inLocale(texts, locale, locales)
  return (
    <FormField
      label={label}
      path={path}
      hint={hint}
      error={draft.error}
      except={issue => isSaidHere(issue, locale, locales) || isMeasured(issue, exceeded)}
      action={<LimitCounter length={draft.text.length} measures={measures} />}
    >
      {control => (
        <>
          <TextEditor
            control={control}
            label={label}
            text={draft.text}
            rows={rows}
            lang={locale}
            placeholder={elsewhere || placeholder || ''}
            markup={!plain}
            onType={draft.type}
            onBlur={draft.flush}
          />
          <Below text={draft.text} />
          {exceeded.map(({ limit, severity, problem }) => (
            <FieldMessage key={limit} severity={severity} message={problem ?? ''} />
          ))}
        </>
      )}
    </FormField>
  )
}

/** The field itself says at once what the checks would say of the text that is shown; other languages' stay. */
function isSaidHere({ code, message }: Issue, locale: string, locales: readonly string[]): boolean {
  if (!code.startsWith('formula/')) return false
  return !locales.some(other => other !== locale && message.includes(`, ${other})`))
}

/** Whether a finding is what the text is measured to have, which is said while it is typed. */
function isMeasured({ code }: Issue, exceeded: readonly FieldMeasure[]): boolean {
  return exceeded.some(({ limit }) => code === `channel/${limit.replace('/', '-')}`)
}

/** What cannot be read in the text, with its place. */
function Below({ text }: { text: string }) {
  const { t } = useTranslation()
  const document = useDocument()
  if (text === '' || !document) return null
  const readable = text.length <= MAX_TEXT_LENGTH
  const problems = readable ? templateProblems(text, document) : []
  const unclosed = readable ? unclosedPlace(text) : null
  return (
    <>
      {problems.map(({ message, line, column }) => (
        <FieldMessage
          key={`${line}:${column}`}
          severity="error"
          message={t('inspector.field.problemAt', { message, line, column })}
        />
      ))}
      {unclosed && <FieldMessage severity="warning" message={t('inspector.field.unclosed', unclosed)} />}
    </>
  )
}

function tooLong(text: string, t: (key: string, values: Record<string, unknown>) => string): string | null {
  if (text.length <= MAX_TEXT_LENGTH) return null
  return t('inspector.field.tooLong', {
    length: showNumber(text.length),
    max: showNumber(MAX_TEXT_LENGTH),
  })
}
