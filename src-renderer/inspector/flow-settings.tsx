import { useTranslation } from 'react-i18next'
import { MAX_TEXT_LENGTH } from '../../src-shared/document/localized.ts'
import type { FlowRecord } from '../../src-shared/document/records.ts'
import { putRecord } from '../state/put-record.ts'
import { useWorkbench } from '../state/workbench.ts'
import { DraftInput } from './fields/draft-input.tsx'
import css from './inspector.module.css'
import { nameProblem } from './name-problem.ts'

/** Name and description of the flow that is shown. */
export function FlowSettings({ flow }: { flow: FlowRecord }) {
  const { t } = useTranslation()
  const put = (part: Partial<FlowRecord>) => {
    const present = useWorkbench.getState().editor?.document.get(flow.id) ?? flow
    return putRecord({ ...present, ...part }, { key: 'inspector.edit.flow', name: present.name })
  }
  return (
    <section className={css.section} data-record={flow.id}>
      <h3 className={css.heading}>{t('inspector.flow.title')}</h3>
      <DraftInput
        field={`${flow.id}.name`}
        path={['name']}
        label={t('inspector.flow.name')}
        value={flow.name}
        check={text => nameProblem(t, text)}
        commit={name => put({ name: name.trim() })}
      />
      <DraftInput
        field={`${flow.id}.description`}
        path={['description']}
        multiline
        label={t('inspector.flow.description')}
        placeholder={t('inspector.flow.descriptionPlaceholder')}
        value={flow.description}
        check={text =>
          text.length > MAX_TEXT_LENGTH ? t('inspector.field.atMost', { count: MAX_TEXT_LENGTH }) : null
        }
        commit={description => put({ description })}
      />
    </section>
  )
}
