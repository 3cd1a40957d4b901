import { useTranslation } from 'react-i18next'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { linearPattern } from '../../src-shared/kit/linear-pattern.ts'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import type { FormProps } from './kind-view.ts'

/** As in the schema of src-shared/blocks/question.ts. */
const MAX_LENGTH = 200

/** What a text must look like as a whole, as a regular expression; checked while it is typed. */
export function QuestionPattern({ block, data, change }: FormProps<DataOf<'question'>>) {
  const { t } = useTranslation()
  const field = `${block.id}.pattern`
  const check = (text: string) => {
    if (text.length > MAX_LENGTH) return t('inspector.field.atMost', { count: MAX_LENGTH })
    const read = linearPattern(text)
    return read.ok ? null : read.message
  }
  return (
    <DraftInput
      key={field}
      field={field}
      mono
      label={t('blocks.question.pattern')}
      placeholder={t('blocks.question.patternPlaceholder')}
      hint={t('blocks.question.patternHint')}
      path={['pattern']}
      value={data.pattern ?? ''}
      check={check}
      commit={text =>
        change(({ pattern: _, ...present }) => (text === '' ? present : { ...present, pattern: text }))
      }
    />
  )
}
