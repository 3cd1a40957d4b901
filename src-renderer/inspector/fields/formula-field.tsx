import { type ReactNode, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { MAX_FORMULA_LENGTH } from '../../../src-shared/document/field-types.ts'
import { formatValue } from '../../../src-shared/expression/format-value.ts'
import { parseExpression } from '../../../src-shared/expression/parse-expression.ts'
import type { Issue } from '../../../src-shared/lint/issue.ts'
import { Fold } from '../../blocks/fold.tsx'
import { useDocument } from '../../state/edits.ts'
import { exampleOf, useExamples } from '../../state/example-values.ts'
import { showNumber } from '../../words/show-number.ts'
import { FormulaText } from '../editor/formula-text.tsx'
import { ExampleFields } from '../examples/example-fields.tsx'
import css from './field.module.css'
import { FieldMessage } from './field-message.tsx'
import { type FieldPath, FieldScope } from './field-scope.ts'
import { FormField } from './form-field.tsx'
import { checkFormula, type FormulaCheck } from './formula-check.ts'
import { useDraft } from './use-draft.ts'

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
  const draft = useDraft({
    field,
    value,
    commit,
    check: text =>
      text.length > MAX_FORMULA_LENGTH
        ? t('inspector.field.formulaTooLong', {
            length: showNumber(text.length),
            max: showNumber(MAX_FORMULA_LENGTH),
          })
        : null,
  })
  const checked = useChecked(draft.text)
  return (
    <FormField label={label} quiet={quiet} path={path} hint={hint} error={draft.error} except={isSaidHere}>
      {control => (
        <>
          <FormulaText
            control={control}
            label={label}
            text={draft.text}
            placeholder={placeholder ?? ''}
            wrong={checked?.state === 'wrong' ? checked.problems : NO_PROBLEMS}
            onType={draft.type}
            onBlur={draft.flush}
            onEnter={draft.flush}
            onEscape={draft.flush}
          />
          {draft.error === null && checked && <Outcome source={draft.text} checked={checked} />}
        </>
      )}
    </FormField>
  )
}

const NO_PROBLEMS: readonly never[] = []

function useChecked(source: string): FormulaCheck | null {
  const document = useDocument()
  useExamples(state => state.given)
  if (!document || source.trim() === '' || source.length > MAX_FORMULA_LENGTH) return null
  return checkFormula(source, document, { now: Date.now(), get: name => exampleOf(document, name) })
}

/** What is wrong with the formula and where, or what it gives with the examples, which can be changed. */
function Outcome({ source, checked }: { source: string; checked: FormulaCheck }) {
  const { t } = useTranslation()
  const document = useDocument()
  if (checked.state === 'wrong')
    return checked.problems.map(({ message, column }) => (
      <FieldMessage
        key={`${column} ${message}`}
        severity="error"
        message={t('inspector.field.formulaProblem', { message, column })}
      />
    ))
  const names = namesIn(source)
  return (
    <>
      <p className={css.hint} title={t('inspector.field.resultHint')}>
        {checked.state === 'fails'
          ? t('inspector.field.fails', { message: checked.problem.message })
          : t('inspector.field.result', {
              result: checked.value === null ? t('inspector.field.empty') : formatValue(checked.value),
            })}
      </p>
      {document && names.length > 0 && (
        <Fold label={t('editor.examples.change')} startsOpen={false}>
          <ExampleFields document={document} names={names} />
        </Fold>
      )}
    </>
  )
}

function namesIn(source: string): readonly string[] {
  const parsed = parseExpression(source)
  return parsed.ok ? [...new Set(parsed.value.names.map(({ name }) => name))] : []
}
