import { useTranslation } from 'react-i18next'
import { DELAY_UNITS } from '../../src-shared/blocks/delay.ts'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import css from '../inspector/fields/form.module.css'
import { NumberField } from '../inspector/fields/number-field.tsx'
import type { FormProps } from './kind-view.ts'

/** Seven days. */
const MOST = { seconds: 604_800, minutes: 10_080, hours: 168, days: 7 } as const

export function DelayForm({ data, change }: FormProps<DataOf<'delay'>>) {
  const { t } = useTranslation()
  return (
    <>
      <div className={css.pair}>
        <NumberField
          label={t('blocks.delay.amount')}
          path={['amount']}
          name={`amount.${data.unit}`}
          value={data.amount}
          min={1}
          max={MOST[data.unit]}
          commit={amount => change(present => ({ ...present, amount: amount ?? 1 }))}
        />
        <ChoiceSelect
          label={t('blocks.delay.unit')}
          path={['unit']}
          value={data.unit}
          options={DELAY_UNITS.map(unit => ({ value: unit, label: t(`blocks.delay.units.${unit}`) }))}
          onPick={unit => change(({ amount }) => ({ amount: Math.min(amount, MOST[unit]), unit }))}
        />
      </div>
      <p className={css.note}>{t('blocks.delay.hint')}</p>
    </>
  )
}
