import { useDocument } from '../../state/edits.ts'
import { useWorkbench } from '../../state/workbench.ts'
import { FieldMessage } from '../fields/field-message.tsx'

/** What the checks say of the settings of the bot; `only` leaves out what stands at a field of them. */
export function SettingsIssues({ only }: { only?: 'withoutField' }) {
  const bot = useDocument()?.bot.id
  const issues = useWorkbench(state => state.issues)
  const found = issues.filter(({ record, path }) => record === bot && path?.[0] === 'settings')
  return found
    .filter(({ path }) => only === undefined || path?.length === 1)
    .map(({ code, severity, message, fix }) => (
      <FieldMessage key={`${code} ${message}`} severity={severity} message={message} fix={fix} />
    ))
}
