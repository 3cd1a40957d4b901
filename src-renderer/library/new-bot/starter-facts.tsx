import { useTranslation } from 'react-i18next'
import { STARTERS, type StarterId } from '../../../src-shared/starters/starters.ts'
import styles from './new-bot.module.css'

/** For which industries a template is meant, and how long it takes to make a bot of it (requirements.md NHN-150). */
export function StarterFacts({ starter }: { starter: StarterId }) {
  const { t, i18n } = useTranslation()
  const plan = STARTERS.find(({ id }) => id === starter)?.plan
  if (!plan) return null
  const industries = plan.industries.map(industry => t(`newBot.industry.${industry}`))
  return (
    <dl className={styles.facts}>
      <dt>{t('newBot.for')}</dt>
      <dd>{new Intl.ListFormat(i18n.language, { type: 'unit' }).format(industries)}</dd>
      <dt>{t('newBot.effort')}</dt>
      <dd>{t('newBot.days', plan.turnaroundDays)}</dd>
    </dl>
  )
}
