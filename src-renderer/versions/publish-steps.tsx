import { useTranslation } from 'react-i18next'
import type { ChecklistItem } from '../../src-shared/onboarding/checklist.ts'
import { showChecklist } from '../review/checklist-actions.ts'
import { stepTitle } from '../review/step-title.ts'
import type { PublishPlan } from './publish-plan.ts'
import css from './versions.module.css'

type Props = Readonly<{ open: readonly ChecklistItem[]; plan: PublishPlan; onGo: () => void }>

/** The steps of the checklist that keep the bot from being activated, as links to them (requirements.md KAL-01). */
export function PublishSteps({ open, plan, onGo }: Props) {
  const { t } = useTranslation()
  if (open.length === 0) return null
  const go = (id: ChecklistItem['id']) => {
    onGo()
    showChecklist(id)
  }
  return (
    <div className={css.needs} role="alert">
      <p>{t('checklist.hindered', { count: open.length })}</p>
      <ul className={css.places}>
        {open.map(item => (
          <li key={item.id}>
            <button type="button" className={css.link} onClick={() => go(item.id)}>
              {t('checklist.open', {
                step: stepTitle(t, item),
                state: t(`checklist.state.${item.task.state}`),
              })}
            </button>
          </li>
        ))}
      </ul>
      {(plan.publishes || plan.saves) && <p>{t('checklist.publishAlone')}</p>}
    </div>
  )
}
