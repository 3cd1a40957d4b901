import { useTranslation } from 'react-i18next'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import css from '../inspector/fields/form.module.css'
import { FormulaField } from '../inspector/fields/formula-field.tsx'
import { TemplateField } from '../inspector/fields/template-field.tsx'
import type { FormProps } from './kind-view.ts'

export function SendLocationForm({ data, change }: FormProps<DataOf<'sendLocation'>>) {
  const { t } = useTranslation()
  const text = (part: 'text' | 'name' | 'address') => (
    <TemplateField
      key={part}
      label={t(`blocks.sendLocation.${part}`)}
      path={[part]}
      rows={part === 'text' ? 2 : 1}
      plain={part !== 'text'}
      texts={data[part]}
      update={map => change(present => ({ ...present, [part]: map(present[part]) }))}
    />
  )
  return (
    <>
      {text('text')}
      <div className={css.pair}>
        {(['latitude', 'longitude'] as const).map(part => (
          <FormulaField
            key={part}
            label={t(`blocks.sendLocation.${part}`)}
            placeholder={part === 'latitude' ? '-23.5505' : '-46.6333'}
            name={part}
            path={[part]}
            value={data[part]}
            commit={formula => change(present => ({ ...present, [part]: formula }))}
          />
        ))}
      </div>
      {text('name')}
      {text('address')}
    </>
  )
}
