import { useTranslation } from 'react-i18next'
import { ANSWER_TYPES, ANSWER_VALUE_TYPE } from '../../src-shared/blocks/answer-types.ts'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import { TemplateField } from '../inspector/fields/template-field.tsx'
import { VariablePicker } from '../inspector/fields/variable-picker.tsx'
import { WordsField } from '../inspector/fields/words-field.tsx'
import type { FormProps } from './kind-view.ts'
import { QuestionBounds } from './question-bounds.tsx'
import { QuestionPattern } from './question-pattern.tsx'
import { QuestionTries } from './question-tries.tsx'

type Data = DataOf<'question'>

const NO_BOUNDS = { min: null, max: null, earliest: null, latest: null } as const

export function QuestionForm({ block, data, change }: FormProps<Data>) {
  const { t } = useTranslation()
  const needed = ANSWER_VALUE_TYPE[data.answer]
  return (
    <>
      <TemplateField
        label={t('blocks.question.prompt')}
        placeholder={t('blocks.question.promptPlaceholder')}
        path={['prompt']}
        rows={3}
        texts={data.prompt}
        update={map => change(present => ({ ...present, prompt: map(present.prompt) }))}
      />
      <ChoiceSelect
        label={t('blocks.question.answer')}
        path={['answer']}
        value={data.answer}
        options={ANSWER_TYPES.map(answer => ({
          value: answer,
          label: t(`blocks.question.answers.${answer}`),
        }))}
        hint={t(`blocks.question.answerHint.${data.answer}`)}
        onPick={answer => change(({ pattern: _, ...present }) => ({ ...present, ...NO_BOUNDS, answer }))}
      />
      <QuestionBounds block={block} data={data} change={change} />
      {data.answer === 'text' && <QuestionPattern block={block} data={data} change={change} />}
      <WordsField
        label={t('blocks.question.suggestions')}
        placeholder={t('blocks.question.suggestionsPlaceholder')}
        hint={t('blocks.question.suggestionsHint')}
        path={['suggestions']}
        words={data.suggestions ?? {}}
        update={map =>
          change(({ suggestions, ...present }) => {
            const words = map(suggestions ?? {})
            return Object.values(words).some(list => list.length > 0)
              ? { ...present, suggestions: words }
              : present
          })
        }
      />
      <VariablePicker
        label={t('blocks.question.saveTo')}
        path={['saveTo']}
        value={data.saveTo}
        newType={needed}
        onPick={(saveTo, also) => change(present => ({ ...present, saveTo }), also)}
      />
      <TemplateField
        label={t('blocks.question.retry')}
        placeholder={t('blocks.question.retryPlaceholder')}
        hint={t('blocks.question.retryHint')}
        path={['retry']}
        texts={data.retry}
        update={map => change(present => ({ ...present, retry: map(present.retry) }))}
      />
      <QuestionTries block={block} data={data} change={change} />
    </>
  )
}
