import { type ReactNode, useContext, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { MAX_TEXT_LENGTH } from '../../../src-shared/document/localized.ts'
import { CompletingText } from './completing-text.tsx'
import { completeTemplate, insertPlace } from './completion.ts'
import css from './field.module.css'
import { type FieldPath, FieldScope } from './field-scope.ts'
import { FormField } from './form-field.tsx'
import { InsertVariable } from './insert-variable.tsx'
import { useDraft } from './use-draft.ts'
import { useSuggestions } from './use-suggestions.ts'

type Props = Readonly<{
  label: string
  value: string
  path: FieldPath
  commit: (text: string) => boolean
  placeholder?: string
  hint?: ReactNode
  rows?: number
  quiet?: boolean
}>

/** A text with `{{ }}` places that is the same in every language, such as an address. */
export function SameTextField(props: Props) {
  const field = `${useContext(FieldScope)}.${props.path.join('.')}`
  return <SameText key={field} field={field} {...props} />
}

function SameText({
  field,
  label,
  quiet,
  value,
  path,
  commit,
  placeholder,
  hint,
  rows = 1,
}: Props & { field: string }) {
  const { t } = useTranslation()
  const suggestions = useSuggestions()
  const input = useRef<HTMLTextAreaElement>(null)
  const draft = useDraft({
    field,
    value,
    check: text =>
      text.length > MAX_TEXT_LENGTH ? t('inspector.field.atMost', { count: MAX_TEXT_LENGTH }) : null,
    commit,
  })
  const insert = (name: string) => {
    const { selectionStart: start = draft.text.length, selectionEnd: end = start } = input.current ?? {}
    const next = insertPlace(draft.text, { start, end }, name)
    draft.type(next.text)
    requestAnimationFrame(() => {
      input.current?.focus()
      input.current?.setSelectionRange(next.caret, next.caret)
    })
  }
  return (
    <FormField
      label={label}
      quiet={quiet}
      path={path}
      hint={hint}
      error={draft.error}
      action={
        <span className={css.tools}>
          <InsertVariable field={label} suggestions={suggestions} onInsert={insert} />
        </span>
      }
    >
      {control => (
        <CompletingText
          control={control}
          text={draft.text}
          inputRef={input}
          rows={rows}
          placeholder={placeholder}
          complete={(text, caret, forced) => completeTemplate({ text, caret, known: suggestions, forced })}
          onType={draft.type}
          onBlur={draft.flush}
        />
      )}
    </FormField>
  )
}
