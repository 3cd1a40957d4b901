import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { MAX_PASSED } from '../../src-shared/blocks/call-flow.ts'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import type { Changes } from '../../src-shared/edit/edit.ts'
import type { ValueType } from '../../src-shared/kit/value.ts'
import css from '../inspector/fields/form.module.css'
import { formulaType } from '../inspector/fields/formula-check.ts'
import { FormulaField } from '../inspector/fields/formula-field.tsx'
import { SmallButton } from '../inspector/fields/small-button.tsx'
import { VariablePicker } from '../inspector/fields/variable-picker.tsx'
import { useDocument } from '../state/edits.ts'
import { AddButton } from './add-button.tsx'

type Row = NonNullable<DataOf<'callFlow'>['inputs']>[number]

type Props = Readonly<{
  list: 'inputs' | 'results'
  rows: readonly Row[]
  change: (map: (rows: readonly Row[]) => readonly Row[], also?: Changes) => boolean
}>

/** What a called flow is given, or what is taken from it. */
export function PassedValues({ list, rows, change }: Props) {
  const { t } = useTranslation()
  const document = useDocument()
  const patch = (at: number, part: Partial<Row>, also?: Changes) =>
    change(present => present.map((row, index) => (index === at ? { ...row, ...part } : row)), also)
  const typeFor = (formula: string): ValueType => (document && formulaType(formula, document)) || 'text'
  return (
    <div className={css.section} data-path={list}>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: values have no other identity
        <div key={at} className={css.card}>
          <div className={css.line}>
            <VariablePicker
              quiet
              clearable={false}
              label={t('blocks.setVariable.variable', { number: at + 1 })}
              path={[list, at, 'variable']}
              value={row.variable}
              newType={typeFor(row.value)}
              onPick={(variable, also) => patch(at, { variable }, also)}
            />
            <SmallButton
              label={t('blocks.setVariable.remove', { number: at + 1 })}
              onClick={() => change(present => present.toSpliced(at, 1))}
            >
              <IconX size={14} />
            </SmallButton>
          </div>
          <FormulaField
            quiet
            label={t('blocks.callFlow.value', { number: at + 1 })}
            placeholder={t('blocks.setVariable.valuePlaceholder')}
            name={`${list}.${at}`}
            path={[list, at, 'value']}
            value={row.value}
            commit={value => patch(at, { value })}
          />
        </div>
      ))}
      {rows.length < MAX_PASSED && (
        <AddButton
          label={t('blocks.setVariable.add')}
          onClick={() => change(present => [...present, { variable: null, value: '' }])}
        />
      )}
      <p className={css.note}>{t(`blocks.callFlow.${list}Hint`)}</p>
    </div>
  )
}
