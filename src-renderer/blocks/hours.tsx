import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { MAX_RANGES } from '../../src-shared/blocks/business-hours.ts'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import css from '../inspector/fields/form.module.css'
import { SmallButton } from '../inspector/fields/small-button.tsx'
import { VariablePicker } from '../inspector/fields/variable-picker.tsx'
import { AddButton } from './add-button.tsx'
import { DayToggles } from './day-toggles.tsx'
import { Fold } from './fold.tsx'
import { HolidayFields } from './holiday-fields.tsx'
import type { FormProps } from './kind-view.ts'
import { TimeRangeFields } from './time-range-fields.tsx'
import { TimeZoneField } from './time-zone-field.tsx'

type Data = DataOf<'hours'>
type Weekly = Data['weekly'][number]

const USUAL: Weekly = { days: [1, 2, 3, 4, 5], from: '09:00', until: '18:00' }

export function HoursForm(props: FormProps<Data>) {
  const { block, data, change } = props
  const { t } = useTranslation()
  const set = (map: (weekly: readonly Weekly[]) => readonly Weekly[]) =>
    change(present => ({ ...present, weekly: [...map(present.weekly)] }))
  const patch = (at: number, part: Partial<Weekly>) =>
    set(weekly => weekly.map((each, index) => (index === at ? { ...each, ...part } : each)))
  return (
    <>
      <TimeZoneField
        path={['zone']}
        value={data.zone}
        onPick={zone => change(present => ({ ...present, zone }))}
      />
      <div className={css.section} data-path="weekly">
        <h4 className={css.heading}>{t('blocks.hours.weekly')}</h4>
        {data.weekly.map((range, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: times have no other identity
          <div key={at} className={css.card}>
            <div className={css.line}>
              <DayToggles
                label={t('blocks.hours.days', { number: at + 1 })}
                days={range.days}
                onPick={days => patch(at, { days })}
              />
              <SmallButton
                label={t('blocks.hours.remove', { number: at + 1 })}
                onClick={() => set(weekly => weekly.toSpliced(at, 1))}
              >
                <IconX size={14} />
              </SmallButton>
            </div>
            <TimeRangeFields
              field={`${block.id}.weekly.${at}`}
              path={['weekly', at]}
              range={range}
              patch={part => patch(at, part)}
            />
          </div>
        ))}
        {data.weekly.length < MAX_RANGES && (
          <AddButton
            label={t('blocks.hours.add')}
            onClick={() => set(weekly => [...weekly, { ...USUAL, days: [...USUAL.days] }])}
          />
        )}
        <p className={css.note}>{t('blocks.hours.hint')}</p>
      </div>
      <Fold label={t('blocks.hours.holidays')} startsOpen={data.holidays.length > 0}>
        <HolidayFields {...props} />
      </Fold>
      <VariablePicker
        label={t('blocks.hours.opensAt')}
        hint={t('blocks.hours.opensAtHint')}
        path={['opensAt']}
        value={data.opensAt}
        newType="text"
        onPick={(opensAt, also) => change(present => ({ ...present, opensAt }), also)}
      />
    </>
  )
}
