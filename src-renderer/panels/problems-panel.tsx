import { useTranslation } from 'react-i18next'
import type { Issue, Severity } from '../../src-shared/lint/issue.ts'
import { useWorkbench } from '../state/workbench.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { IgnoredProblems } from './ignored-problems.tsx'
import css from './panels.module.css'
import { ProblemRow } from './problem-row.tsx'

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'hint']

/** More of one severity are not read but worked off. */
const MOST_SHOWN = 200

/** Everything the checks found, worst first; a click goes to the place, and what can be mended has its button. */
export function ProblemsPanel() {
  const { t } = useTranslation()
  const issues = useWorkbench(state => state.issues)
  const isChecked = useWorkbench(state => state.isChecked)
  const hasIgnored = useWorkbench(state => state.ignored.length > 0)
  return (
    <Panel title={t('problems.title')}>
      {!isChecked && <EmptyState text={t('problems.checking')} />}
      {isChecked && issues.length === 0 && (
        <EmptyState text={t(hasIgnored ? 'problems.noneLeft' : 'problems.none')} />
      )}
      {SEVERITIES.map(severity => (
        <Group
          key={severity}
          severity={severity}
          issues={issues.filter(issue => issue.severity === severity)}
        />
      ))}
      <IgnoredProblems />
    </Panel>
  )
}

function Group({ severity, issues }: { severity: Severity; issues: readonly Issue[] }) {
  const { t } = useTranslation()
  if (issues.length === 0) return null
  return (
    <section>
      <h3 className={css.group}>{t(`problems.count.${severity}`, { count: issues.length })}</h3>
      <ul className={css.list}>
        {issues.slice(0, MOST_SHOWN).map((issue, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two findings may say the same of one place
          <ProblemRow key={`${issue.code} ${issue.record} ${issue.path?.join('.')} ${at}`} issue={issue} />
        ))}
      </ul>
      {issues.length > MOST_SHOWN && (
        <p className={`${css.note} ${css.padded}`}>
          {t('problems.more', { count: issues.length - MOST_SHOWN })}
        </p>
      )}
    </section>
  )
}
