import { type ReactNode, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { readNumber } from '../../../src-shared/blocks/answer-types.ts'
import { DraftInput } from './draft-input.tsx'
import { type FieldPath, FieldScope } from './field-scope.ts'

type Props = Readonly<{
  label: string
  quiet?: boolean
  path: FieldPath
  /** Tells this number from others of the block where its place in a list does not. */
  name?: string
  value: number | null
  /** Bounds of the schema; whole numbers unless `fraction`. */
  min: number
  max: number
  fraction?: boolean
  /** What an empty field means; without it the field must hold a number. */
  empty?: string
  hint?: ReactNode
  commit: (value: number | null) => boolean
}>

/** A number within bounds, written with a point or a comma. */
export function NumberField({ path, name, value, min, max, fraction = false, empty, ...rest }: Props) {
  const { t } = useTranslation()
  const field = `${useContext(FieldScope)}.${name ?? path.join('.')}`
  const read = (text: string) => readNumber(text.trim(), 'en') ?? readNumber(text.trim(), 'pt')
  const check = (text: string) => {
    if (text.trim() === '' && empty !== undefined) return null
    const number = read(text)
    const fits = number !== null && number >= min && number <= max && (fraction || Number.isInteger(number))
    return fits ? null : t('inspector.field.between', { min, max })
  }
  return (
    <DraftInput
      key={field}
      field={field}
      numeric
      label={rest.label}
      quiet={rest.quiet}
      path={path}
      hint={rest.hint}
      placeholder={empty}
      value={value === null ? '' : String(value)}
      check={check}
      commit={text => rest.commit(text.trim() === '' ? null : read(text))}
    />
  )
}
