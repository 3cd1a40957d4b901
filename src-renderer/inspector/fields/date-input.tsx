import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import css from './field.module.css'
import { type FieldPath, FieldScope } from './field-scope.ts'
import { FormField } from './form-field.tsx'
import { useDraft } from './use-draft.ts'

type Props = Readonly<{
  /** Tells this date from others of the record. */
  name: string
  label: string
  quiet?: boolean
  path?: FieldPath
  /** `YYYY-MM-DD`, or empty for none. */
  value: string
  commit: (date: string) => boolean
}>

const EARLIEST = '1000-01-01'
const LATEST = '9999-12-31'

/** A date of the calendar. While it is half typed it is nothing yet, and makes no edit. */
export function DateInput({ name, label, quiet, path, value, commit }: Props) {
  const { t } = useTranslation()
  const check = (date: string) =>
    date === '' || (date >= EARLIEST && date <= LATEST) ? null : t('inspector.field.fullYear')
  const draft = useDraft({ field: `${useContext(FieldScope)}.${name}`, value, check, commit })
  return (
    <FormField label={label} quiet={quiet} path={path} error={draft.error}>
      {control => (
        <input
          {...control}
          type="date"
          className={css.input}
          value={draft.text}
          max={LATEST}
          onBlur={draft.flush}
          onChange={event => {
            if (!event.target.validity.badInput) draft.type(event.target.value)
          }}
        />
      )}
    </FormField>
  )
}
