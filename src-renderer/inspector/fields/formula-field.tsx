import { type ReactNode, useContext, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { MAX_FORMULA_LENGTH } from '../../../src-shared/document/field-types.ts'
import { formatValue } from '../../../src-shared/expression/format-value.ts'
import type { Issue } from '../../../src-shared/lint/issue.ts'
import { useDocument } from '../../state/edits.ts'
import { CompletingText } from './completing-text.tsx'
import { completeFormula } from './completion.ts'
import css from './field.module.css'
import { FieldMessage } from './field-message.tsx'
import { type FieldPath, FieldScope } from './field-scope.ts'
import { FormField } from './form-field.tsx'
import { checkFormula } from './formula-check.ts'
import { useDraft } from './use-draft.ts'
import { useSuggestions } from './use-suggestions.ts'

/** The field itself says at once what the checks would say of the formula a moment later. */
const isSaidHere = ({ code }: Issue) => code.startsWith('formula/') && code !== 'formula/empty'

type Props = Readonly<{
  label: string
  quiet?: boolean
  /** Tells this formula from others of the block; without a place in a list, so that a draft follows its row. */
  name: string
  value: string
  path: FieldPath
  commit: (formula: string) => boolean
  placeholder?: string
  hint?: ReactNode
}>

/** A formula, checked while it is typed against the declared variables, with what it gives for their initial values. */
export function FormulaField(props: Props) {
  const field = `${useContext(FieldScope)}.${props.name}`
  return <Formula key={field} field={field} {...props} />
}

function Formula({ field, label, quiet, value, path, commit, placeholder, hint }: Props & { field: string }) {
  const { t } = useTranslation()
  const suggestions = useSuggestions()
  const input = useRef<HTMLTextAreaElement>(null)
  const draft = useDraft({
    field,
    value,
    commit,
    check: text =>
      text.length > MAX_FORMULA_LENGTH
        ? t('inspector.field.formulaTooLong', {
            length: text.length.toLocaleString(),
            max: MAX_FORMULA_LENGTH.toLocaleString(),
          })
        : null,
  })
  return (
    <FormField label={label} quiet={quiet} path={path} hint={hint} error={draft.error} except={isSaidHere}>
      {control => (
        <>
          <CompletingText
            control={control}
            text={draft.text}
            inputRef={input}
            mono
            placeholder={placeholder}
            complete={(text, caret, forced) => completeFormula({ text, caret, known: suggestions, forced })}
            onType={draft.type}
            onBlur={draft.flush}
            onEnter={draft.flush}
            onEscape={draft.drop}
          />
          {draft.error === null && <Outcome source={draft.text} />}
        </>
      )}
    </FormField>
  )
}

/** What is wrong with the formula and where, or what it gives now. */
function Outcome({ source }: { source: string }) {
  const { t } = useTranslation()
  const document = useDocument()
  if (!document || source.trim() === '') return null
  const checked = checkFormula(source, document, Date.now())
  if (checked.state === 'wrong')
    return checked.problems.map(({ message, column }) => (
      <FieldMessage
        key={`${column} ${message}`}
        severity="error"
        message={t('inspector.field.formulaProblem', { message, column })}
      />
    ))
  if (checked.state === 'fails')
    return (
      <p className={css.hint} title={t('inspector.field.resultHint')}>
        {t('inspector.field.fails', checked.problem)}
      </p>
    )
  const result = checked.value === null ? t('inspector.field.empty') : formatValue(checked.value)
  return (
    <p className={css.hint} title={t('inspector.field.resultHint')}>
      {t('inspector.field.result', { result })}
    </p>
  )
}
