import { useTranslation } from 'react-i18next'
import type { RecordId } from '../../src-shared/document/ids.ts'
import { useWorkbench } from '../state/workbench.ts'
import { FieldMessage } from './fields/field-message.tsx'

/** A menu of many options that lead nowhere says so of some. */
const MOST_SHOWN = 5

/** What the checks say of a record as a whole or of its ports; what they say of a field stands at the field. */
export function RecordIssues({ record }: { record: RecordId }) {
  const issues = useWorkbench(state => state.issues)
  const { t } = useTranslation()
  const own = issues.filter(
    ({ record: about, path }) => about === record && (!path?.length || path[0] === 'ports'),
  )
  if (own.length === 0) return null
  return (
    <div>
      {own.slice(0, MOST_SHOWN).map(({ code, severity, message, fix }) => (
        <FieldMessage key={`${code} ${message}`} severity={severity} message={message} fix={fix} />
      ))}
      {own.length > MOST_SHOWN && (
        <FieldMessage
          severity="hint"
          message={t('inspector.moreIssues', { count: own.length - MOST_SHOWN })}
        />
      )}
    </div>
  )
}
