import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { RecordId } from '../../src-shared/document/ids.ts'
import type { Issue, Severity } from '../../src-shared/lint/issue.ts'
import { commit, useDocument } from '../state/edits.ts'
import { showPlace } from '../state/show-place.ts'
import { useWorkbench } from '../state/workbench.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import css from './panels.module.css'
import { placeName } from './place-name.ts'

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'hint']
const ICONS = { error: IconCircleX, warning: IconAlertTriangle, hint: IconInfoCircle } as const

/** More of one severity are not read but worked off. */
const MOST_SHOWN = 200

/** Everything the checks found, worst first; a click goes to the place, and what can be mended has its button. */
export function ProblemsPanel() {
  const { t } = useTranslation()
  const issues = useWorkbench(state => state.issues)
  return (
    <Panel title={t('problems.title')}>
      {issues.length === 0 && <EmptyState text={t('problems.none')} />}
      {SEVERITIES.map(severity => (
        <Group
          key={severity}
          severity={severity}
          issues={issues.filter(issue => issue.severity === severity)}
        />
      ))}
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

function ProblemRow({ issue }: { issue: Issue }) {
  const { t } = useTranslation()
  const document = useDocument()
  const { severity, message, record, path, fix } = issue
  const Icon = ICONS[severity]
  return (
    <li className={css.problem} data-severity={severity}>
      <Icon size={14} aria-label={t(`problems.severity.${severity}`)} />
      <button type="button" className={css.go} onClick={() => showPlace(record, path ?? null)}>
        <span>{message}</span>
        <span className={css.meta}>{document && surroundings(t, document, record)}</span>
      </button>
      {fix && (
        <Button
          className={css.fix}
          size="compact-xs"
          variant="default"
          onClick={() => commit(fix.changes, { key: 'problems.edit.fix', name: fix.label.slice(0, 200) })}
        >
          {fix.label}
        </Button>
      )}
    </li>
  )
}

/** Where to look, beside what the sentence says: a block is named there, so its kind and flow are left. */
function surroundings(t: TFunction, document: BotDocument, id: RecordId): string {
  const record = document.get(id)
  if (record?.type !== 'block') return placeName(t, document, id)
  return `${t(`blocks.kind.${record.kind}.name`)} · ${document.get(record.flow)?.name ?? ''}`
}
