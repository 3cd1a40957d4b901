import { useTranslation } from 'react-i18next'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { MAX_OPTIONS } from '../../src-shared/blocks/option-fields.ts'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import css from '../inspector/fields/form.module.css'
import { NumberField } from '../inspector/fields/number-field.tsx'
import { VariablePicker } from '../inspector/fields/variable-picker.tsx'
import type { FormProps } from './kind-view.ts'
import { OptionList } from './option-list.tsx'
import { PromptField } from './prompt-field.tsx'
import { RetryField } from './retry-field.tsx'

type Data = DataOf<'choices'>
type Option = Data['options'][number]

/** As in the schema of src-shared/blocks/choices.ts. */
const MAX_VALUE_LENGTH = 200

export function ChoicesForm({ block, data, change }: FormProps<Data>) {
  const { t } = useTranslation()
  const value = (option: Option, at: number, opened: boolean) => {
    if (!opened && !option.value) return null
    const field = `${block.id}.${option.id}.value`
    const keep = ({ value: _, ...present }: Option, text: string): Option =>
      text === '' ? present : { ...present, value: text }
    return (
      <DraftInput
        key={field}
        quiet
        soft
        field={field}
        label={t('blocks.choices.value', { number: at + 1 })}
        placeholder={t('blocks.choices.valuePlaceholder')}
        path={['options', at, 'value']}
        value={option.value ?? ''}
        check={text =>
          text.length > MAX_VALUE_LENGTH ? t('inspector.field.atMost', { count: MAX_VALUE_LENGTH }) : null
        }
        commit={text =>
          change(present => ({
            ...present,
            options: present.options.map(each => (each.id === option.id ? keep(each, text.trim()) : each)),
          }))
        }
      />
    )
  }
  return (
    <>
      <PromptField data={data} change={change} />
      <OptionList
        block={block.id}
        options={data.options}
        below={value}
        setOptions={map => change(present => ({ ...present, options: [...map(present.options)] }))}
      />
      <div className={css.pair}>
        <NumberField
          label={t('blocks.choices.min')}
          path={['min']}
          value={data.min}
          min={0}
          max={MAX_OPTIONS}
          commit={min => change(present => ({ ...present, min: min ?? 0 }))}
        />
        <NumberField
          label={t('blocks.choices.max')}
          path={['max']}
          value={data.max}
          min={1}
          max={MAX_OPTIONS}
          empty={t('blocks.choices.maxNone')}
          commit={max => change(present => ({ ...present, max }))}
        />
      </div>
      <VariablePicker
        label={t('blocks.choices.saveTo')}
        hint={t('blocks.choices.saveToHint')}
        path={['saveTo']}
        value={data.saveTo}
        newType="list"
        onPick={(saveTo, also) => change(present => ({ ...present, saveTo }), also)}
      />
      <RetryField data={data} change={change} placeholder={t('blocks.choices.retryPlaceholder')} />
    </>
  )
}
