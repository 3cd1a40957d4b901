import { useTranslation } from 'react-i18next'
import { readNumber } from '../../src-shared/blocks/answer-types.ts'
import { MAX_TEXT_LENGTH } from '../../src-shared/document/localized.ts'
import { PREDEFINED_VARIABLES } from '../../src-shared/document/predefined-variables.ts'
import type { VariableRecord } from '../../src-shared/document/records.ts'
import { assertNever } from '../../src-shared/kit/assert-never.ts'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import { DateInput } from '../inspector/fields/date-input.tsx'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import { type Initial, linesOf, listFrom } from './typed-value.ts'

type Props = Readonly<{ variable: VariableRecord; put: (part: { initial: Initial }) => boolean }>

/** As in the schema of src-shared/document/records.ts. */
const MAX_ITEMS = 1000

/** The value a variable begins with, by its type. */
export function InitialValue({ variable, put }: Props) {
  const { t } = useTranslation()
  const { id, valueType, initial } = variable
  const { label, hint } = useWords(variable)
  const field = `${id}.initial.${valueType}`
  const common = { label, hint, field, path: ['initial'] }
  switch (valueType) {
    case 'text':
      return (
        <DraftInput
          key={field}
          {...common}
          value={typeof initial === 'string' ? initial : ''}
          check={text =>
            text.length > MAX_TEXT_LENGTH ? t('inspector.field.atMost', { count: MAX_TEXT_LENGTH }) : null
          }
          commit={text => put({ initial: text })}
        />
      )
    case 'number':
      return (
        <DraftInput
          key={field}
          {...common}
          numeric
          value={typeof initial === 'number' ? String(initial) : ''}
          check={text => (text.trim() === '' || numberFrom(text) !== null ? null : t('variables.notANumber'))}
          commit={text => put({ initial: numberFrom(text) })}
        />
      )
    case 'boolean':
      return (
        <ChoiceSelect
          label={label}
          hint={hint}
          path={['initial']}
          value={initial === null ? 'none' : initial ? 'true' : 'false'}
          options={(['none', 'true', 'false'] as const).map(value => ({
            value,
            label: t(`variables.boolean.${value}`),
          }))}
          onPick={value => put({ initial: value === 'none' ? null : value === 'true' })}
        />
      )
    case 'date':
      return (
        <DateInput
          key={field}
          name="initial"
          label={label}
          path={['initial']}
          value={typeof initial === 'string' ? initial : ''}
          commit={date => put({ initial: date === '' ? null : date })}
        />
      )
    case 'list':
      return (
        <DraftInput
          key={field}
          {...common}
          multiline
          value={linesOf(initial)}
          check={text =>
            text.split('\n').length > MAX_ITEMS
              ? t('inspector.field.tooManyWords', { count: MAX_ITEMS })
              : null
          }
          commit={text => put({ initial: listFrom(text) })}
        />
      )
    default:
      return assertNever(valueType)
  }
}

/** The predefined ones are words customers send, or stand in for what an engine knows (KAR-14…KAR-19). */
function useWords({ name, valueType }: VariableRecord): { label: string; hint: string | undefined } {
  const { t } = useTranslation()
  const predefined = PREDEFINED_VARIABLES.find(each => each.name === name)
  if (predefined?.scope === 'bot') return { label: t('variables.token'), hint: undefined }
  if (predefined) return { label: t('variables.example'), hint: t('variables.exampleHint') }
  return { label: t('variables.initial'), hint: t(`variables.initialHint.${valueType}`) }
}

function numberFrom(text: string): number | null {
  return readNumber(text.trim(), 'en')
}
