import { Checkbox } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { MAX_HOLIDAYS } from '../../src-shared/blocks/business-hours.ts'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { DateInput } from '../inspector/fields/date-input.tsx'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import css from '../inspector/fields/form.module.css'
import { SmallButton } from '../inspector/fields/small-button.tsx'
import { AddButton } from './add-button.tsx'
import type { FormProps } from './kind-view.ts'
import { TimeRangeFields } from './time-range-fields.tsx'

type Data = DataOf<'hours'>
type Holiday = Data['holidays'][number]
type Range = Holiday['ranges'][number]

/** Days that are closed, or open at times of their own. */
export function HolidayFields({ block, data, change }: FormProps<Data>) {
  const { t } = useTranslation()
  const set = (map: (holidays: readonly Holiday[]) => readonly Holiday[]) =>
    change(present => ({ ...present, holidays: [...map(present.holidays)] }))
  const patch = (at: number, map: (holiday: Holiday) => Holiday) =>
    set(holidays => holidays.map((each, index) => (index === at ? map(each) : each)))
  const add = () => {
    const today = new Date().toISOString().slice(0, 10)
    set(holidays => [...holidays, { name: '', date: today, yearly: true, ranges: [] }])
  }
  return (
    <div className={css.section} data-path="holidays">
      {data.holidays.map((holiday, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: holidays have no other identity
        <div key={at} className={css.card}>
          <div className={css.line}>
            <DraftInput
              field={`${block.id}.holidays.${at}.name`}
              quiet
              label={t('blocks.hours.holidayName', { number: at + 1 })}
              placeholder={t('blocks.hours.holidayName', { number: at + 1 })}
              path={['holidays', at, 'name']}
              value={holiday.name}
              check={text => (text.length > 80 ? t('inspector.field.atMost', { count: 80 }) : null)}
              commit={name => patch(at, present => ({ ...present, name }))}
            />
            <SmallButton
              label={t('blocks.hours.removeHoliday', { number: at + 1 })}
              onClick={() => set(holidays => holidays.toSpliced(at, 1))}
            >
              <IconX size={14} />
            </SmallButton>
          </div>
          <DateInput
            quiet
            name={`holidays.${at}.date`}
            label={t('blocks.hours.date')}
            path={['holidays', at, 'date']}
            value={holiday.date}
            commit={date => date !== '' && patch(at, present => ({ ...present, date }))}
          />
          <Checkbox
            size="xs"
            label={t('blocks.hours.yearly')}
            checked={holiday.yearly}
            onChange={event => {
              const yearly = event.currentTarget.checked
              patch(at, present => ({ ...present, yearly }))
            }}
          />
          <HolidayTimes
            field={`${block.id}.holidays.${at}`}
            at={at}
            ranges={holiday.ranges}
            change={map => patch(at, present => ({ ...present, ranges: [...map(present.ranges)] }))}
          />
        </div>
      ))}
      {data.holidays.length < MAX_HOLIDAYS && (
        <AddButton label={t('blocks.hours.addHoliday')} onClick={add} />
      )}
    </div>
  )
}

type TimesProps = Readonly<{
  field: string
  at: number
  ranges: readonly Range[]
  change: (map: (ranges: readonly Range[]) => readonly Range[]) => boolean
}>

/** As in the schema of src-shared/blocks/business-hours.ts. */
const MAX_DAY_RANGES = 10

function HolidayTimes({ field, at, ranges, change }: TimesProps) {
  const { t } = useTranslation()
  return (
    <>
      {ranges.length === 0 && <p className={css.note}>{t('blocks.hours.closedAllDay')}</p>}
      {ranges.map((range, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: times have no other identity
        <div key={index} className={css.line}>
          <TimeRangeFields
            field={`${field}.${index}`}
            path={['holidays', at, 'ranges', index]}
            range={range}
            patch={part =>
              change(present => present.map((each, place) => (place === index ? { ...each, ...part } : each)))
            }
          />
          <SmallButton
            label={t('blocks.hours.remove', { number: index + 1 })}
            onClick={() => change(present => present.toSpliced(index, 1))}
          >
            <IconX size={14} />
          </SmallButton>
        </div>
      ))}
      {ranges.length < MAX_DAY_RANGES && (
        <AddButton
          label={t('blocks.hours.add')}
          onClick={() => change(present => [...present, { from: '09:00', until: '13:00' }])}
        />
      )}
    </>
  )
}
