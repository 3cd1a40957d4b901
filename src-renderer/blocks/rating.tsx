import { useTranslation } from 'react-i18next'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { MAX_SCALE, RATING_STYLES } from '../../src-shared/blocks/rating.ts'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import css from '../inspector/fields/form.module.css'
import { NumberField } from '../inspector/fields/number-field.tsx'
import { VariablePicker } from '../inspector/fields/variable-picker.tsx'
import type { FormProps } from './kind-view.ts'
import { PromptField } from './prompt-field.tsx'
import { RetryField } from './retry-field.tsx'

export function RatingForm({ data, change }: FormProps<DataOf<'rating'>>) {
  const { t } = useTranslation()
  return (
    <>
      <PromptField data={data} change={change} />
      <div className={css.pair}>
        <NumberField
          label={t('blocks.rating.scale')}
          path={['scale']}
          value={data.scale}
          min={2}
          max={MAX_SCALE}
          commit={scale => change(present => ({ ...present, scale: scale ?? present.scale }))}
        />
        <ChoiceSelect
          label={t('blocks.rating.style')}
          path={['style']}
          value={data.style}
          options={RATING_STYLES.map(style => ({ value: style, label: t(`blocks.rating.styles.${style}`) }))}
          onPick={style => change(present => ({ ...present, style }))}
        />
      </div>
      <NumberField
        label={t('blocks.rating.low')}
        path={['low']}
        value={data.low}
        min={1}
        max={MAX_SCALE}
        empty={t('blocks.rating.lowNone')}
        hint={t('blocks.rating.lowHint')}
        commit={low => change(present => ({ ...present, low }))}
      />
      <VariablePicker
        label={t('blocks.rating.saveTo')}
        path={['saveTo']}
        value={data.saveTo}
        newType="number"
        onPick={(saveTo, also) => change(present => ({ ...present, saveTo }), also)}
      />
      <RetryField data={data} change={change} placeholder={t('blocks.rating.retryPlaceholder')} />
    </>
  )
}
