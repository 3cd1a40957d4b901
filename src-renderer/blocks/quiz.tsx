import { Checkbox, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { FieldMessage } from '../inspector/fields/field-message.tsx'
import { useFieldIssues } from '../inspector/fields/field-scope.ts'
import css from '../inspector/fields/form.module.css'
import { NumberField } from '../inspector/fields/number-field.tsx'
import { TemplateField } from '../inspector/fields/template-field.tsx'
import { VariablePicker } from '../inspector/fields/variable-picker.tsx'
import type { FormProps } from './kind-view.ts'
import { OptionList } from './option-list.tsx'
import { PromptField } from './prompt-field.tsx'
import { RetryField } from './retry-field.tsx'

type Data = DataOf<'quiz'>

/** As in the schema of src-shared/blocks/quiz.ts. */
const MAX_POINTS = 1_000_000

export function QuizForm({ block, data, change }: FormProps<Data>) {
  const { t } = useTranslation()
  return (
    <>
      <PromptField data={data} change={change} />
      <OptionList
        block={block.id}
        options={data.options}
        before={({ id }, at) => (
          <Checkbox
            size="xs"
            aria-label={t('blocks.quiz.isRight', { number: at + 1 })}
            title={t('blocks.quiz.isRight', { number: at + 1 })}
            checked={data.correct.includes(id)}
            onChange={event => {
              const isRight = event.currentTarget.checked
              change(present => ({ ...present, correct: marked(present, id, isRight) }))
            }}
          />
        )}
        setOptions={map =>
          change(present => {
            const options = [...map(present.options)]
            const there = new Set(options.map(({ id }) => id))
            return { ...present, options, correct: present.correct.filter(id => there.has(id)) }
          })
        }
      />
      <RightOnes />
      {(['all', 'shuffle'] as const).map(member => (
        <Switch
          key={member}
          size="xs"
          label={t(`blocks.quiz.${member}`)}
          description={t(`blocks.quiz.${member}Hint`)}
          checked={data[member]}
          onChange={event => {
            const isOn = event.currentTarget.checked
            change(present => ({ ...present, [member]: isOn }))
          }}
        />
      ))}
      <Score block={block} data={data} change={change} />
      {(['right', 'wrong'] as const).map(member => (
        <TemplateField
          key={member}
          label={t(`blocks.quiz.${member}`)}
          placeholder={t(`blocks.quiz.${member}Placeholder`)}
          path={[member]}
          texts={data[member]}
          update={map => change(present => ({ ...present, [member]: map(present[member]) }))}
        />
      ))}
      <RetryField data={data} change={change} placeholder={t('blocks.menu.retryPlaceholder')} />
    </>
  )
}

/** What the ticks are for, and what the checks say of them. */
function RightOnes() {
  const { t } = useTranslation()
  const issues = useFieldIssues(['correct'])
  return (
    <div data-path="correct">
      {issues.map(({ code, severity, message, fix }) => (
        <FieldMessage key={code} severity={severity} message={message} fix={fix} />
      ))}
      <p className={css.note}>{t('blocks.quiz.correctHint')}</p>
    </div>
  )
}

function Score({ data, change }: FormProps<Data>) {
  const { t } = useTranslation()
  return (
    <>
      <NumberField
        fraction
        label={t('blocks.quiz.points')}
        path={['points']}
        value={data.points}
        min={0}
        max={MAX_POINTS}
        commit={points => change(present => ({ ...present, points: points ?? 0 }))}
      />
      <VariablePicker
        label={t('blocks.quiz.score')}
        path={['score']}
        value={data.score}
        newType="number"
        onPick={(score, also) => change(present => ({ ...present, score }), also)}
      />
    </>
  )
}

/** The right options in the order of all of them. */
function marked({ options, correct }: Data, id: string, isRight: boolean): string[] {
  return options.map(option => option.id).filter(each => (each === id ? isRight : correct.includes(each)))
}
