import { useTranslation } from 'react-i18next'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import type { FieldPath } from '../inspector/fields/field-scope.ts'
import css from '../inspector/fields/form.module.css'

type Range = Readonly<{ from: string; until: string }>

type Props = Readonly<{
  /** Names the two fields among all of the bot. */
  field: string
  path: FieldPath
  range: Range
  patch: (part: Partial<Range>) => boolean
}>

const RULE = { from: /^([01]\d|2[0-3]):[0-5]\d$/, until: /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/ }

/** Two times of the day; the second may be 24:00, or earlier than the first for a time past midnight. */
export function TimeRangeFields({ field, path, range, patch }: Props) {
  const { t } = useTranslation()
  return (
    <div className={css.pair}>
      {(['from', 'until'] as const).map(part => (
        <DraftInput
          key={`${field}.${part}`}
          field={`${field}.${part}`}
          label={t(`blocks.hours.${part}`)}
          placeholder={part === 'from' ? '09:00' : '18:00'}
          path={[...path, part]}
          value={range[part]}
          check={text => (RULE[part].test(tidied(text)) ? null : t('blocks.hours.timeRule'))}
          commit={text => patch({ [part]: tidied(text) })}
        />
      ))}
    </div>
  )
}

/** `9.30` and `930` are what `09:30` is typed as. */
function tidied(text: string): string {
  const [, hours, minutes] = /^(\d{1,2})[:.h]?(\d{2})$/.exec(text.trim()) ?? []
  return hours && minutes ? `${hours.padStart(2, '0')}:${minutes}` : text
}
