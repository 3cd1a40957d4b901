import { useTranslation } from 'react-i18next'
import { readNumber } from '../../src-shared/blocks/answer-types.ts'
import { CHANNELS } from '../../src-shared/document/settings.ts'
import { SENTIMENTS } from '../../src-shared/understanding/understanding.ts'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import { DateInput } from '../inspector/fields/date-input.tsx'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import { languageName } from '../inspector/fields/language-name.ts'
import { useTextLocale } from '../inspector/fields/use-text-locale.ts'
import type { RuleValue } from './condition-rules.ts'
import type { SubjectType } from './rule-subject.ts'

type Props = Readonly<{
  field: string
  label: string
  type: SubjectType
  subject: string
  value: RuleValue
  commit: (value: RuleValue) => boolean
}>

/** What a rule compares with, in the way of its subject. */
export function RuleValueField({ field, label, type, subject, value, commit }: Props) {
  const { t } = useTranslation()
  const known = useKnownValues(subject)
  const written = String(value)
  if (known) {
    const isKnown = known.some(option => option.value === written)
    const options = isKnown ? known : [{ value: written, label: written || '…' }, ...known]
    return <ChoiceSelect quiet label={label} value={written} options={options} onPick={commit} />
  }
  if (type === 'date')
    return <DateInput key={field} quiet name={field} label={label} value={written} commit={commit} />
  const read = (text: string) => readNumber(text.trim(), 'en') ?? readNumber(text.trim(), 'pt')
  if (type === 'number')
    return (
      <DraftInput
        key={field}
        field={field}
        quiet
        numeric
        label={label}
        value={written}
        check={text => (read(text) === null ? t('inspector.field.notANumber') : null)}
        commit={text => commit(read(text) ?? 0)}
      />
    )
  return <DraftInput key={field} field={field} quiet label={label} value={written} commit={commit} />
}

/** The values a function of the conversation can have. */
function useKnownValues(subject: string): readonly Readonly<{ value: string; label: string }>[] | null {
  const { t, i18n } = useTranslation()
  const { locales } = useTextLocale()
  switch (subject) {
    case 'CHANNEL()':
      return CHANNELS.map(value => ({ value, label: t(`blocks.condition.channels.${value}`) }))
    case 'SENTIMENT()':
      return SENTIMENTS.map(value => ({ value, label: t(`blocks.port.${value}`) }))
    case 'LANGUAGE()':
      return locales.map(value => ({ value, label: languageName(value, i18n.language) }))
    default:
      return null
  }
}
