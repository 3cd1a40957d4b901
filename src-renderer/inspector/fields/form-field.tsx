import { type ReactNode, useId } from 'react'
import type { Issue } from '../../../src-shared/lint/issue.ts'
import css from './field.module.css'
import { FieldMessage } from './field-message.tsx'
import { type FieldPath, useFieldIssues } from './field-scope.ts'

export type Control = Readonly<{
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': boolean | undefined
}>

type Props = Readonly<{
  label: string
  /** Keeps the label for screen readers only, where the place says what the field is. */
  quiet?: boolean
  hint?: ReactNode
  /** What is wrong with what is in the field now; comes before what the checks say of what is stored. */
  error?: string | null
  /** Where the value is in the block's data. */
  path?: FieldPath
  /** Findings the field says by itself. */
  except?: (issue: Issue) => boolean
  action?: ReactNode
  children: (control: Control) => ReactNode
}>

/** Label above, field, and below it a hint and whatever is wrong. */
export function FormField({
  label,
  quiet = false,
  hint,
  error = null,
  path,
  except,
  action,
  children,
}: Props) {
  const id = useId()
  const found = useFieldIssues(path)
  const issues = found.filter(issue => !except?.(issue))
  const invalid = error !== null || found.some(({ severity }) => severity === 'error')
  const about = hint || error || issues.length > 0 ? `${id}-about` : undefined
  return (
    <div className={css.field} data-path={path?.join('.')}>
      {(!quiet || action) && (
        <div className={css.head}>
          <label htmlFor={id} className={quiet ? css.hidden : css.label}>
            {label}
          </label>
          {action}
        </div>
      )}
      {quiet && !action && (
        <label htmlFor={id} className={css.hidden}>
          {label}
        </label>
      )}
      {children({ id, 'aria-describedby': about, 'aria-invalid': invalid || undefined })}
      {about && (
        <div id={about} className={css.about}>
          {error !== null && <FieldMessage severity="error" message={error} />}
          {error === null &&
            issues.map(({ code, severity, message, fix, path: place }) => (
              <FieldMessage
                key={`${code} ${place?.join('.')} ${message}`}
                severity={severity}
                message={message}
                fix={fix}
              />
            ))}
          {hint && <p className={css.hint}>{hint}</p>}
        </div>
      )}
    </div>
  )
}
