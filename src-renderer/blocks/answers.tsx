import { useTranslation } from 'react-i18next'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { Picker } from '../inspector/fields/picker.tsx'
import { TemplateField } from '../inspector/fields/template-field.tsx'
import { useDocument } from '../state/edits.ts'
import type { FormProps } from './kind-view.ts'

type Data = DataOf<'answers'>
type Text = 'prompt' | 'more' | 'done'

export function AnswersForm({ data, change }: FormProps<Data>) {
  const { t } = useTranslation()
  const document = useDocument()
  if (!document) return null
  const faqs = [...document.all('faq')]
  const topics = [...new Set(faqs.map(({ topic }) => topic))].filter(topic => topic !== '').sort()
  const count = faqs.filter(({ topic }) => data.topic === '' || topic === data.topic).length
  const text = (part: Text) => (
    <TemplateField
      label={t(`blocks.answers.${part}`)}
      placeholder={t(`blocks.answers.${part}Placeholder`)}
      path={[part]}
      rows={part === 'prompt' ? 3 : 1}
      texts={data[part]}
      update={map => change(present => ({ ...present, [part]: map(present[part]) }))}
    />
  )
  return (
    <>
      {text('prompt')}
      <Picker
        label={t('blocks.answers.topic')}
        path={['topic']}
        hint={t('blocks.answers.count', { count })}
        placeholder={t('blocks.answers.allTopics')}
        chosen={data.topic === '' ? null : { value: data.topic, label: data.topic }}
        choices={() => [{ group: null, items: topics.map(topic => ({ value: topic, label: topic })) }]}
        onPick={topic => change(present => ({ ...present, topic: topic ?? '' }))}
      />
      {text('more')}
      {text('done')}
    </>
  )
}
