import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { TASK_STATES } from '../../src-shared/document/task.ts'
import type { ChecklistItem } from '../../src-shared/onboarding/checklist.ts'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import { DateInput } from '../inspector/fields/date-input.tsx'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import { FieldScope } from '../inspector/fields/field-scope.ts'
import form from '../inspector/fields/form.module.css'
import panels from '../panels/panels.module.css'
import { changeStep } from './checklist-actions.ts'
import { EvidenceField } from './evidence-field.tsx'
import styles from './review.module.css'
import { factsOf } from './step-facts.ts'
import { Studies } from './studies.tsx'

type Props = Readonly<{ document: BotDocument; item: ChecklistItem }>

/** What is known of a step and what people say about it; each change is an edit. */
export function StepForm({ document, item }: Props) {
  const { t } = useTranslation()
  const { id, step, task, mandatoryOn } = item
  const channels = mandatoryOn.map(channel => t(`blocks.condition.channels.${channel}`)).join(', ')
  return (
    <FieldScope value={id}>
      <div className={panels.editor}>
        <p className={form.note}>{t(`checklist.help.${step}`)}</p>
        {channels !== '' && <p className={form.note}>{t('checklist.needed', { channels })}</p>}
        {factsOf(t, document, step).map(fact => (
          <p key={fact} className={styles.fact}>
            {fact}
          </p>
        ))}
        {step === 'feasibility' && <Studies document={document} />}
        <ChoiceSelect
          label={t('checklist.field.state')}
          value={task.state}
          options={TASK_STATES.map(value => ({ value, label: t(`checklist.state.${value}`) }))}
          onPick={state => changeStep(t, item, { state }, 'state')}
        />
        <DateInput
          name="date"
          label={t('checklist.field.date')}
          value={task.date ?? ''}
          commit={date => changeStep(t, item, { date: date === '' ? null : date })}
        />
        <DraftInput
          field={`${id}.owner`}
          label={t('checklist.field.owner')}
          value={task.owner}
          check={text => (text.trim().length > 64 ? t('checklist.tooLong', { count: 64 }) : null)}
          commit={owner => changeStep(t, item, { owner: owner.trim() })}
        />
        <EvidenceField item={item} />
        <DraftInput
          field={`${id}.note`}
          label={t('checklist.field.note')}
          multiline
          value={task.note}
          check={text => (text.length > 2000 ? t('checklist.tooLong', { count: 2000 }) : null)}
          commit={note => changeStep(t, item, { note })}
        />
      </div>
    </FieldScope>
  )
}
