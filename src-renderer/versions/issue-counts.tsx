import { useTranslation } from 'react-i18next'
import { countIssues } from '../state/count-issues.ts'
import { showLeft } from '../state/show-left.ts'
import { useWorkbench } from '../state/workbench.ts'
import css from './versions.module.css'

/** What the checks found, in one line that leads to the Problems panel; nothing when they found nothing. */
export function IssueCounts({ onGo }: { onGo: () => void }) {
  const { t } = useTranslation()
  const issues = useWorkbench(state => state.issues)
  const { error: errors, warning: warnings } = countIssues(issues)
  if (errors === 0 && warnings === 0) return null
  const found = [
    ...(errors > 0 ? [t('versions.errors', { count: errors })] : []),
    ...(warnings > 0 ? [t('versions.warnings', { count: warnings })] : []),
  ].join(' · ')
  const go = () => {
    onGo()
    showLeft('problems')
  }
  return (
    <p className={css.counts}>
      {t(errors > 0 ? 'versions.saveDialog.checks' : 'versions.saveDialog.warnings', { found })}{' '}
      <button type="button" className={css.link} onClick={go}>
        {t('versions.show')}
      </button>
    </p>
  )
}
