import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleX, IconEyeOff, IconInfoCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Issue } from '../../src-shared/lint/issue.ts'
import { commit, useDocument } from '../state/edits.ts'
import { showPlace } from '../state/show-place.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { IgnoreForm } from './ignore-form.tsx'
import css from './panels.module.css'
import { problemPlace } from './problem-place.ts'

const ICONS = { error: IconCircleX, warning: IconAlertTriangle, hint: IconInfoCircle } as const

/** A finding: a click goes to its place; it can be mended where there is a fix, and ignored where it is no error. */
export function ProblemRow({ issue }: { issue: Issue }) {
  const { t } = useTranslation()
  const document = useDocument()
  const [isIgnoring, setIgnoring] = useState(false)
  const { severity, message, record, path, fix } = issue
  const Icon = ICONS[severity]
  return (
    <li className={css.problem} data-severity={severity}>
      <Icon size={14} aria-label={t(`problems.severity.${severity}`)} />
      <button type="button" className={css.go} onClick={() => showPlace(record, path ?? null)}>
        <span>{message}</span>
        <span className={css.meta}>{document && problemPlace(t, document, record)}</span>
      </button>
      {severity !== 'error' && !isIgnoring && (
        <span className={css.aside}>
          <IconButton label={t('problems.ignore', { message })} onClick={() => setIgnoring(true)}>
            <IconEyeOff size={14} />
          </IconButton>
        </span>
      )}
      {isIgnoring && <IgnoreForm issue={issue} onClose={() => setIgnoring(false)} />}
      {fix && !isIgnoring && (
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
