import type { BotDocument } from '../../document/bot-document.ts'
import type { VariableId } from '../../document/ids.ts'
import { isPredefined } from '../../document/predefined-variables.ts'
import { ChangeSet } from '../../edit/changes.ts'
import type { Changes } from '../../edit/edit.ts'
import { fault, ok, type Result } from '../../kit/result.ts'
import { mapRecordFields } from '../record-fields.ts'

/**
 * Removes a variable. Fields that had chosen it are empty then; formulas and texts that name it stay as they are, and
 * the checks point at them. The six predefined ones stay (requirements.md KAR-14…KAR-19).
 */
export function deleteVariable(document: BotDocument, id: VariableId): Result<Changes> {
  const variable = document.get(id)
  if (!variable) return ok({})
  if (isPredefined(variable.name))
    return fault('document/invalid', `${variable.name} belongs to every bot and cannot be deleted.`)
  const set = new ChangeSet(document).drop(id)
  for (const record of document.values()) {
    if (record.id === id) continue
    const changed = mapRecordFields(record, ({ role, value }) =>
      role === 'variable' && value === id ? null : value,
    )
    if (changed !== record) set.put(changed)
  }
  return ok(set.done())
}
