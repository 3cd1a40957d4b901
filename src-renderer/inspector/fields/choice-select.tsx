import type { ReactNode } from 'react'
import css from './field.module.css'
import type { FieldPath } from './field-scope.ts'
import { FormField } from './form-field.tsx'

type Props<Value extends string> = Readonly<{
  label: string
  quiet?: boolean
  value: Value
  options: readonly Readonly<{ value: Value; label: string }>[]
  onPick: (value: Value) => void
  path?: FieldPath
  hint?: ReactNode
  error?: string | null
  disabled?: boolean
}>

/** A choice among a few fixed things. */
export function ChoiceSelect<Value extends string>({
  label,
  quiet,
  value,
  options,
  onPick,
  path,
  hint,
  error,
  disabled,
}: Props<Value>) {
  return (
    <FormField label={label} quiet={quiet} path={path} hint={hint} error={error}>
      {control => (
        <select
          {...control}
          className={css.input}
          value={value}
          disabled={disabled}
          onChange={event => onPick(event.target.value as Value)}
        >
          {options.map(option => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}
