import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import type { Issue, Severity } from '../../../src-shared/lint/issue.ts'
import { commit } from '../../state/edits.ts'
import css from './field.module.css'

const ICONS = { error: IconCircleX, warning: IconAlertTriangle, hint: IconInfoCircle } as const

/** One sentence under a field, with what mends it where there is such a thing. */
export function FieldMessage({
  severity,
  message,
  fix,
}: {
  severity: Severity
  message: string
  fix?: Issue['fix']
}) {
  const Icon = ICONS[severity]
  return (
    <p className={css.message} data-severity={severity} role={severity === 'error' ? 'alert' : undefined}>
      <Icon size={14} aria-hidden />
      <span>
        {withoutPlace(message)}
        {fix && (
          <button
            type="button"
            className={css.link}
            onClick={() => commit(fix.changes, { key: 'problems.edit.fix', name: fix.label.slice(0, 200) })}
          >
            {fix.label}
          </button>
        )}
      </span>
    </p>
  )
}

/** “In the menu block, …” of the checks, in the languages of the window. */
const PLACE = /^(?:(?:In|Em|En) “[^”]*”|In the [\w-]+ block|(?:No bloco|En el bloque) [^,:“”]+)[,:] /

/** The checks name the block, as lists need it; in its own form that goes without saying. */
function withoutPlace(message: string): string {
  const rest = message.replace(PLACE, '')
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}
