import type { RecordId } from '../../src-shared/document/ids.ts'
import { useWorkbench } from '../state/workbench.ts'
import { FieldMessage } from './fields/field-message.tsx'

/** What the checks say of a record as a whole; what they say of a field stands at the field. */
export function RecordIssues({ record }: { record: RecordId }) {
  const issues = useWorkbench(state => state.issues)
  const own = issues.filter(issue => issue.record === record && (!issue.path || issue.path.length === 0))
  if (own.length === 0) return null
  return (
    <div>
      {own.map(({ code, severity, message, fix }) => (
        <FieldMessage key={`${code} ${message}`} severity={severity} message={message} fix={fix} />
      ))}
    </div>
  )
}
