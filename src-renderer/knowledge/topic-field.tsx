import { useTranslation } from 'react-i18next'
import type { FaqRecord } from '../../src-shared/document/records.ts'
import { Picker } from '../inspector/fields/picker.tsx'
import { useDocument } from '../state/edits.ts'
import { putEntry } from './put-entry.ts'

/** As in the schema of src-shared/document/records.ts. */
const MAX_TOPIC = 64

/** One of the topics there are, or a new one. */
export function TopicField({ faq }: { faq: FaqRecord }) {
  const { t } = useTranslation()
  const document = useDocument()
  if (!document) return null
  const choices = () => {
    const topics = new Set([...document.all('faq')].map(({ topic }) => topic).filter(Boolean))
    return [{ group: null, items: [...topics].sort().map(topic => ({ value: topic, label: topic })) }]
  }
  const put = (topic: string) => putEntry(faq, { topic: topic.trim().slice(0, MAX_TOPIC) })
  return (
    <Picker
      label={t('knowledge.topic')}
      path={['topic']}
      hint={t('knowledge.topicHint')}
      placeholder={t('knowledge.topicPlaceholder')}
      chosen={faq.topic ? { value: faq.topic, label: faq.topic } : null}
      choices={choices}
      create={{ label: typed => t('knowledge.newTopic', { name: typed.trim() }), onCreate: put }}
      onPick={picked => put(picked ?? '')}
    />
  )
}
