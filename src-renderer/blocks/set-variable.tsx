import { Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import type { Changes } from '../../src-shared/edit/edit.ts'
import type { ValueType } from '../../src-shared/kit/value.ts'
import css from '../inspector/fields/form.module.css'
import { formulaType } from '../inspector/fields/formula-check.ts'
import { FormulaField } from '../inspector/fields/formula-field.tsx'
import { moveItem } from '../inspector/fields/move-item.ts'
import { SmallButton } from '../inspector/fields/small-button.tsx'
import { SortableList } from '../inspector/fields/sortable-list.tsx'
import { VariablePicker } from '../inspector/fields/variable-picker.tsx'
import { useDocument } from '../state/edits.ts'
import type { FormProps } from './kind-view.ts'

type Data = DataOf<'setVariable'>
type Row = Data['assignments'][number]

/** As in the schema of src-shared/blocks/set-variable.ts. */
const MAX_ROWS = 50
/** Offered to new variables as long as no formula tells what they will hold. */
const ANY_TYPE: readonly ValueType[] = ['text', 'number', 'boolean', 'date', 'list']

export function SetVariableForm({ data, change }: FormProps<Data>) {
  const { t } = useTranslation()
  const document = useDocument()
  const nameOf = ({ variable }: Row, at: number) =>
    (variable && document?.get(variable)?.name) || t('blocks.setVariable.variable', { number: at + 1 })
  const setRows = (map: (rows: readonly Row[]) => readonly Row[], also?: Changes) =>
    change(present => ({ ...present, assignments: [...map(present.assignments)] }), also)
  const patch = (at: number, part: Partial<Row>, also?: Changes) =>
    setRows(rows => rows.map((row, index) => (index === at ? { ...row, ...part } : row)), also)
  const typeFor = (formula: string) => (document && formulaType(formula, document)) || ANY_TYPE
  return (
    <div className={css.section} data-path="assignments">
      <h4 className={css.heading}>{t('blocks.setVariable.rows')}</h4>
      <SortableList
        label={t('blocks.setVariable.rows')}
        items={data.assignments}
        keyOf={(_, at) => String(at)}
        nameOf={nameOf}
        onMove={(from, to) => setRows(rows => moveItem(rows, from, to))}
        render={(row, at) => (
          <div className={css.card}>
            <div className={css.line}>
              <VariablePicker
                quiet
                clearable={false}
                label={t('blocks.setVariable.variable', { number: at + 1 })}
                path={['assignments', at, 'variable']}
                value={row.variable}
                newType={typeFor(row.value)}
                onPick={(variable, also) => patch(at, { variable }, also)}
              />
              <SmallButton
                label={t('blocks.setVariable.remove', { number: at + 1 })}
                disabled={data.assignments.length === 1}
                onClick={() => setRows(rows => rows.toSpliced(at, 1))}
              >
                <IconX size={14} />
              </SmallButton>
            </div>
            <FormulaField
              quiet
              label={t('blocks.setVariable.value', { name: nameOf(row, at) })}
              placeholder={t('blocks.setVariable.valuePlaceholder')}
              name={`assignments.${at}`}
              path={['assignments', at, 'value']}
              value={row.value}
              commit={value => patch(at, { value })}
            />
          </div>
        )}
      />
      {data.assignments.length < MAX_ROWS && (
        <Button
          className={css.start}
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => setRows(rows => [...rows, { variable: null, value: '' }])}
        >
          {t('blocks.setVariable.add')}
        </Button>
      )}
      <p className={css.note}>{t('blocks.setVariable.error')}</p>
    </div>
  )
}
