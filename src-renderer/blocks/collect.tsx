import { useTranslation } from 'react-i18next'
import { MAX_COLLECTED, MAX_SILENCE_SECONDS } from '../../src-shared/blocks/collect.ts'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import css from '../inspector/fields/form.module.css'
import { NumberField } from '../inspector/fields/number-field.tsx'
import { TemplateField } from '../inspector/fields/template-field.tsx'
import { VariablePicker } from '../inspector/fields/variable-picker.tsx'
import { WordsField } from '../inspector/fields/words-field.tsx'
import type { FormProps } from './kind-view.ts'
import { PromptField } from './prompt-field.tsx'
import { RetryField } from './retry-field.tsx'

export function CollectForm({ data, change }: FormProps<DataOf<'collect'>>) {
  const { t } = useTranslation()
  return (
    <>
      <PromptField data={data} change={change} />
      <WordsField
        label={t('blocks.collect.doneWords')}
        placeholder={t('blocks.collect.doneWordsPlaceholder')}
        hint={t('blocks.collect.doneWordsHint')}
        path={['doneWords']}
        words={data.doneWords}
        update={map => change(present => ({ ...present, doneWords: map(present.doneWords) }))}
      />
      <div className={css.pair}>
        <NumberField
          label={t('blocks.collect.count')}
          path={['count']}
          value={data.count}
          min={1}
          max={MAX_COLLECTED}
          empty={t('blocks.collect.countNone')}
          commit={count => change(present => ({ ...present, count }))}
        />
        <NumberField
          label={t('blocks.collect.silence')}
          path={['silenceSeconds']}
          value={data.silenceSeconds}
          min={5}
          max={MAX_SILENCE_SECONDS}
          empty={t('blocks.collect.silenceNone')}
          commit={silenceSeconds => change(present => ({ ...present, silenceSeconds }))}
        />
      </div>
      <p className={css.note}>{t('blocks.collect.silenceHint')}</p>
      <TemplateField
        label={t('blocks.collect.more')}
        placeholder={t('blocks.collect.morePlaceholder')}
        hint={t('blocks.collect.moreHint')}
        path={['more']}
        texts={data.more}
        update={map => change(present => ({ ...present, more: map(present.more) }))}
      />
      <VariablePicker
        label={t('blocks.collect.saveTo')}
        hint={t('blocks.collect.saveToHint')}
        path={['saveTo']}
        value={data.saveTo}
        newType="text"
        onPick={(saveTo, also) => change(present => ({ ...present, saveTo }), also)}
      />
      <RetryField data={data} change={change} placeholder={t('blocks.collect.retryPlaceholder')} />
    </>
  )
}
