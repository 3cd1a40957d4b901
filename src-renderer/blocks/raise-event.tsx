import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { MAX_EVENT_VALUES } from '../../src-shared/blocks/raise-event.ts'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import css from '../inspector/fields/form.module.css'
import { FormulaField } from '../inspector/fields/formula-field.tsx'
import { SmallButton } from '../inspector/fields/small-button.tsx'
import { freeName } from '../inspector/fields/variable-name-from.ts'
import { AddButton } from './add-button.tsx'
import { EventNameField } from './event-name-field.tsx'
import type { FormProps } from './kind-view.ts'

type Data = DataOf<'raiseEvent'>
type Row = Data['values'][number]

const NAME = /^[A-Z][A-Z0-9_]{0,63}$/

export function RaiseEventForm({ block, data, change }: FormProps<Data>) {
  const { t } = useTranslation()
  const set = (map: (values: readonly Row[]) => readonly Row[]) =>
    change(present => ({ ...present, values: [...map(present.values)] }))
  const patch = (at: number, part: Partial<Row>) =>
    set(values => values.map((row, index) => (index === at ? { ...row, ...part } : row)))
  return (
    <>
      <EventNameField
        block={block.id}
        label={t('blocks.raiseEvent.name')}
        placeholder="order.placed"
        value={data.name}
        commit={name => change(present => ({ ...present, name }))}
      />
      <div className={css.section} data-path="values">
        <h4 className={css.heading}>{t('blocks.raiseEvent.values')}</h4>
        {data.values.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: values have no other identity
          <div key={at} className={css.card}>
            <div className={css.line}>
              <DraftInput
                quiet
                mono
                whole
                field={`${block.id}.values.${at}.name`}
                label={t('blocks.raiseEvent.valueName', { number: at + 1 })}
                path={['values', at, 'name']}
                value={row.name}
                tidy={text => text.toUpperCase().replaceAll(' ', '_')}
                check={name => (NAME.test(name) ? null : t('blocks.raiseEvent.valueNameRule'))}
                commit={name => patch(at, { name })}
              />
              <SmallButton
                label={t('blocks.raiseEvent.remove', { number: at + 1 })}
                onClick={() => set(values => values.toSpliced(at, 1))}
              >
                <IconX size={14} />
              </SmallButton>
            </div>
            <FormulaField
              quiet
              label={t('blocks.raiseEvent.value', { name: row.name })}
              placeholder="ORDER_TOTAL"
              name={`values.${at}`}
              path={['values', at, 'value']}
              value={row.value}
              commit={value => patch(at, { value })}
            />
          </div>
        ))}
        {data.values.length < MAX_EVENT_VALUES && (
          <AddButton
            label={t('blocks.raiseEvent.add')}
            onClick={() =>
              set(values => [
                ...values,
                { name: freeName('VALUE', taken => values.some(({ name }) => name === taken)), value: '' },
              ])
            }
          />
        )}
        <p className={css.note}>{t('blocks.raiseEvent.hint')}</p>
      </div>
    </>
  )
}
