import type { BlockRecord } from '../../src-shared/document/records.ts'
import { useWorkbench } from '../state/workbench.ts'
import { FieldMessage } from './fields/field-message.tsx'

/** What the checks say of a block as a whole; what they say of a field stands at the field. */
export function BlockIssues({ block }: { block: BlockRecord }) {
  const issues = useWorkbench(state => state.issues)
  const own = issues.filter(({ record, path }) => record === block.id && (!path || path.length === 0))
  if (own.length === 0) return null
  return (
    <div>
      {own.map(({ code, severity, message, fix }) => (
        <FieldMessage key={`${code} ${message}`} severity={severity} message={message} fix={fix} />
      ))}
    </div>
  )
}
