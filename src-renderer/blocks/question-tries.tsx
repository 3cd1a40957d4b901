import { useTranslation } from 'react-i18next'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import type { FormProps } from './kind-view.ts'

/** As in the schema of src-shared/blocks/question.ts. */
const MOST_TRIES = 20

/** After how many answers that do not fit the question is given up; empty is never. */
export function QuestionTries({ block, data, change }: FormProps<DataOf<'question'>>) {
  const { t } = useTranslation()
  const field = `${block.id}.maxTries`
  const check = (text: string) => {
    const tries = Number(text.trim())
    const fits = Number.isInteger(tries) && tries >= 1 && tries <= MOST_TRIES
    return text.trim() === '' || fits ? null : t('inspector.field.between', { min: 1, max: MOST_TRIES })
  }
  return (
    <DraftInput
      key={field}
      field={field}
      numeric
      label={t('blocks.question.maxTries')}
      placeholder={t('blocks.question.maxTriesNone')}
      hint={t('blocks.question.maxTriesHint')}
      path={['maxTries']}
      value={data.maxTries === null ? '' : String(data.maxTries)}
      check={check}
      commit={text =>
        change(present => ({ ...present, maxTries: text.trim() === '' ? null : Number(text.trim()) }))
      }
    />
  )
}
