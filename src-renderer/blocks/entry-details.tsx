import { useTranslation } from 'react-i18next'
import type { EntryData } from '../../src-shared/blocks/entry.ts'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import css from '../inspector/fields/form.module.css'
import { languageName } from '../inspector/fields/language-name.ts'
import { useTextLocale } from '../inspector/fields/use-text-locale.ts'
import { DayToggles } from './day-toggles.tsx'
import { EventNameField } from './event-name-field.tsx'
import type { FormProps } from './kind-view.ts'
import { TimeZoneField } from './time-zone-field.tsx'

type Props = FormProps<EntryData>
type Schedule = NonNullable<EntryData['schedule']>

/** What an entry needs to be told besides what begins it. */
export function EntryDetails(props: Props) {
  const { t } = useTranslation()
  const { block, data, change } = props
  switch (data.trigger) {
    case 'referral':
    case 'event':
      return (
        <EventNameField
          block={block.id}
          label={t(`blocks.entry.name.${data.trigger}`)}
          hint={t(`blocks.entry.nameHint.${data.trigger}`)}
          placeholder={data.trigger === 'event' ? 'order.shipped' : 'summer-sale'}
          value={data.name ?? ''}
          commit={name => change(({ name: _, ...others }) => (name === '' ? others : { ...others, name }))}
        />
      )
    case 'schedule':
      return data.schedule ? <ScheduleFields {...props} schedule={data.schedule} /> : null
    case 'preChat':
      return <LocaleField {...props} />
    default:
      return null
  }
}

/** Pre-chat questions of one language, or of every language that has none of its own. */
function LocaleField({ data, change }: Props) {
  const { t, i18n } = useTranslation()
  const { locales } = useTextLocale()
  const { locale = '' } = data
  const offered = locale === '' || locales.includes(locale) ? locales : [locale, ...locales]
  return (
    <ChoiceSelect
      label={t('blocks.entry.locale')}
      path={['locale']}
      value={locale}
      options={[
        { value: '', label: t('blocks.entry.allLocales') },
        ...offered.map(value => ({ value, label: languageName(value, i18n.language) })),
      ]}
      onPick={picked =>
        change(({ locale: _, ...others }) => (picked === '' ? others : { ...others, locale: picked }))
      }
    />
  )
}

function ScheduleFields({ block, schedule, change }: Props & Readonly<{ schedule: Schedule }>) {
  const { t } = useTranslation()
  const patch = (part: Partial<Schedule>) =>
    change(present =>
      present.schedule ? { ...present, schedule: { ...present.schedule, ...part } } : present,
    )
  const field = `${block.id}.schedule.time`
  return (
    <div className={css.section} data-path="schedule">
      <DayToggles label={t('blocks.entry.days')} days={schedule.days} onPick={days => patch({ days })} />
      <DraftInput
        key={field}
        field={field}
        label={t('blocks.entry.time')}
        placeholder="09:00"
        path={['schedule', 'time']}
        value={schedule.time}
        check={time => (/^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? null : t('blocks.hours.timeRule'))}
        commit={time => patch({ time })}
      />
      <TimeZoneField path={['schedule', 'zone']} value={schedule.zone} onPick={zone => patch({ zone })} />
    </div>
  )
}
