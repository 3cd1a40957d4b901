import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { VariableId } from '../../../src-shared/document/ids.ts'
import { isReadOnly } from '../../../src-shared/document/predefined-variables.ts'
import type { Changes } from '../../../src-shared/edit/edit.ts'
import { updateRecord } from '../../../src-shared/edit/update-record.ts'
import type { ValueType } from '../../../src-shared/kit/value.ts'
import { useDocument } from '../../state/edits.ts'
import type { FieldPath } from './field-scope.ts'
import { newVariable } from './new-variable.ts'
import { Picker } from './picker.tsx'
import { variableNameFrom } from './variable-name-from.ts'

type Props = Readonly<{
  label: string
  quiet?: boolean
  path: FieldPath
  hint?: ReactNode
  error?: string | null
  value: VariableId | null
  clearable?: boolean
  /** The type of a variable that is made here; several are offered where only the designer can know it. */
  newType: ValueType | readonly ValueType[]
  /** `also` holds the new variable, to be put in the same edit. */
  onPick: (variable: VariableId | null, also?: Changes) => void
}>

/** A choice among the variables a bot may write, or a new one by the name typed. */
export function VariablePicker({
  label,
  quiet,
  path,
  hint,
  error,
  value,
  newType,
  clearable,
  onPick,
}: Props) {
  const { t } = useTranslation()
  const document = useDocument()
  if (!document) return null
  const chosen = value === null ? undefined : document.get(value)
  const choices = () => {
    const writable = [...document.all('variable')].filter(({ name }) => !isReadOnly(name))
    writable.sort((a, b) => a.name.localeCompare(b.name))
    const items = writable.map(({ id, name, valueType }) => ({
      value: id,
      label: name,
      hint: t(`variables.type.${valueType}`),
    }))
    return [{ group: null, items }]
  }
  return (
    <Picker
      label={label}
      quiet={quiet}
      path={path}
      hint={hint}
      error={error}
      clearable={clearable}
      placeholder={t('inspector.picker.variable')}
      chosen={chosen ? { value: chosen.id, label: chosen.name } : null}
      choices={choices}
      create={[newType].flat().map(type => ({
        label: typed => {
          const name = variableNameFrom(typed)
          return Array.isArray(newType)
            ? t('inspector.picker.newVariableOf', { name, type: t(`variables.type.${type}`) })
            : t('inspector.picker.newVariable', { name })
        },
        onCreate: typed => {
          const variable = newVariable(document, typed, type)
          onPick(variable.id, updateRecord(document, variable))
        },
      }))}
      onPick={picked => onPick(picked as VariableId | null)}
    />
  )
}
