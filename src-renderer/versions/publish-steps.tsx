import { useTranslation } from 'react-i18next'
import type { Channel } from '../../src-shared/document/settings.ts'
import type { Activation } from '../../src-shared/onboarding/activation.ts'
import type { ChecklistItem } from '../../src-shared/onboarding/checklist.ts'
import { showChecklist } from '../review/checklist-actions.ts'
import { stepTitle } from '../review/step-title.ts'
import type { PublishPlan } from './publish-plan.ts'
import css from './versions.module.css'

type Props = Readonly<{ activation: Activation; plan: PublishPlan; onGo: () => void }>

/** The steps of the checklist that keep the bot from going live on its channels, as links (requirements.md KAL-01). */
export function PublishSteps({ activation: { open, free, held, isHeld }, plan, onGo }: Props) {
  const { t } = useTranslation()
  if (open.length === 0) return null
  const names = (channels: readonly Channel[]) =>
    channels.map(channel => t(`blocks.condition.channels.${channel}`)).join(', ')
  const go = (id: ChecklistItem['id']) => {
    onGo()
    showChecklist(id)
  }
  return (
    <div className={css.needs} role="alert">
      <p>
        {isHeld
          ? t('checklist.hindered', { count: open.length })
          : t('checklist.partly', { free: names(free), held: names(held) })}
      </p>
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
      {isHeld && (plan.publishes || plan.saves) && <p>{t('checklist.publishAlone')}</p>}
    </div>
  )
}
