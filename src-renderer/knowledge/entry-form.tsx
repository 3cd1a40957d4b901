import { useTranslation } from 'react-i18next'
import type { FaqRecord, IntentRecord } from '../../src-shared/document/records.ts'
import { AuthProfile } from '../blocks/auth-profile.tsx'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import { TemplateField } from '../inspector/fields/template-field.tsx'
import { entryChoices } from '../panels/entry-choices.ts'
import panels from '../panels/panels.module.css'
import { useDocument } from '../state/edits.ts'
import { recordProblem } from '../state/put-record.ts'
import { LinesField } from './lines-field.tsx'
import type { EntryRecord } from './parts.ts'
import { putEntry } from './put-entry.ts'
import { TemplateForm } from './template-form.tsx'
import { TopicField } from './topic-field.tsx'

/** As in the schemas of src-shared/document/records.ts. */
const MAX_PHRASES = 500
const MAX_QUESTIONS = 100

/** The fields of an entry, by what it is. */
export function EntryForm({ record }: { record: EntryRecord }) {
  const { t } = useTranslation()
  switch (record.type) {
    case 'intent':
      return <IntentForm intent={record} />
    case 'faq':
      return <QuestionForm faq={record} />
    case 'template':
      return <TemplateForm template={record} />
    case 'auth':
      return (
        <>
          <AuthProfile profile={record} />
          <p className={panels.note}>{t('knowledge.authNote')}</p>
        </>
      )
  }
}

function IntentForm({ intent }: { intent: IntentRecord }) {
  const { t } = useTranslation()
  const document = useDocument()
  if (!document) return null
  const entries = entryChoices(t, document).map(({ id, name }) => ({ value: id as string, label: name }))
  return (
    <>
      <DraftInput
        field={`${intent.id}.name`}
        label={t('knowledge.name')}
        path={['name']}
        value={intent.name}
        check={text => recordProblem({ ...intent, name: text.trim() })}
        commit={text => putEntry(intent, { name: text.trim() })}
      />
      <LinesField
        label={t('knowledge.phrases')}
        path={['phrases']}
        lines={intent.phrases}
        most={MAX_PHRASES}
        hint={t('knowledge.phrasesHint')}
        placeholder={t('knowledge.phrasesPlaceholder')}
        update={phrases => putEntry(intent, { phrases })}
      />
      <ChoiceSelect
        label={t('knowledge.entry')}
        path={['entry']}
        hint={t('knowledge.entryHint')}
        value={intent.entry ?? ''}
        options={[{ value: '', label: t('knowledge.entryNone') }, ...entries]}
        onPick={picked => putEntry(intent, { entry: (picked || null) as IntentRecord['entry'] })}
      />
    </>
  )
}

function QuestionForm({ faq }: { faq: FaqRecord }) {
  const { t } = useTranslation()
  return (
    <>
      <LinesField
        label={t('knowledge.questions')}
        path={['questions']}
        lines={faq.questions}
        most={MAX_QUESTIONS}
        hint={t('knowledge.questionsHint')}
        placeholder={t('knowledge.questionsPlaceholder')}
        update={questions => putEntry(faq, { questions })}
      />
      <TemplateField
        label={t('knowledge.answer')}
        path={['answer']}
        texts={faq.answer}
        rows={4}
        update={change => putEntry(faq, { answer: change(faq.answer) })}
      />
      <TopicField faq={faq} />
    </>
  )
}
