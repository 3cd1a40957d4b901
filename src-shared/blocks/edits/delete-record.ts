import type { BotDocument } from '../../document/bot-document.ts'
import type { FieldRole } from '../../document/field-types.ts'
import type { AuthId, FaqId, IntentId, TemplateId } from '../../document/ids.ts'
import { ChangeSet } from '../../edit/changes.ts'
import type { Changes } from '../../edit/edit.ts'
import { mapRecordFields } from '../record-fields.ts'

const REFERRING: ReadonlySet<FieldRole> = new Set(['intent', 'messageTemplate', 'auth'])

/**
 * Removes an intent, a question with its answer, a message template or an API access. Fields that had chosen it are
 * empty then, and the checks point at those that need a choice.
 */
export function deleteRecord(document: BotDocument, id: IntentId | FaqId | TemplateId | AuthId): Changes {
  const set = new ChangeSet(document).drop(id)
  for (const record of document.values()) {
    if (record.id === id) continue
    const changed = mapRecordFields(record, ({ role, value }) =>
      REFERRING.has(role) && value === id ? null : value,
    )
    if (changed !== record) set.put(changed)
  }
  return set.done()
}
