import { useTranslation } from 'react-i18next'
import { readNumber } from '../../src-shared/blocks/answer-types.ts'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { DateInput } from '../inspector/fields/date-input.tsx'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import css from '../inspector/fields/form.module.css'
import type { FormProps } from './kind-view.ts'

type Props = FormProps<DataOf<'question'>>

/** The bounds that fit the type of answer: of a number, of a text's length, or of a date. */
export function QuestionBounds({ block, data, change }: Props) {
  const { t } = useTranslation()
  const { answer } = data
  if (answer === 'email' || answer === 'phone' || answer === 'time') return null
  return (
    <div className={css.pair}>
      {answer === 'date'
        ? (['earliest', 'latest'] as const).map(bound => (
            <DateInput
              key={bound}
              name={bound}
              label={t(`blocks.question.${bound}`)}
              path={[bound]}
              value={data[bound] ?? ''}
              commit={date => change(present => ({ ...present, [bound]: date === '' ? null : date }))}
            />
          ))
        : (['min', 'max'] as const).map(bound => (
            <NumberBound key={bound} bound={bound} block={block} data={data} change={change} />
          ))}
    </div>
  )
}

function NumberBound({ bound, block, data, change }: Props & { bound: 'min' | 'max' }) {
  const { t } = useTranslation()
  const isLength = data.answer === 'text'
  const field = `${block.id}.${bound}.${data.answer}`
  const read = (text: string) => readNumber(text.trim(), 'en') ?? readNumber(text.trim(), 'pt')
  const check = (text: string) => {
    if (text.trim() === '') return null
    const number = read(text)
    if (number === null) return t('inspector.field.notANumber')
    return isLength && (number < 0 || !Number.isInteger(number)) ? t('inspector.field.notACount') : null
  }
  return (
    <DraftInput
      key={field}
      field={field}
      numeric
      label={t(isLength ? `blocks.question.${bound}Length` : `blocks.question.${bound}`)}
      path={[bound]}
      value={data[bound] === null ? '' : String(data[bound])}
      check={check}
      commit={text => change(present => ({ ...present, [bound]: text.trim() === '' ? null : read(text) }))}
    />
  )
}
