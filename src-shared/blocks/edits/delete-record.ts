import type { BotDocument } from '../../document/bot-document.ts'
import type { FieldRole } from '../../document/field-types.ts'
import type { AuthId, FaqId, IntentId, MediaId, TemplateId } from '../../document/ids.ts'
import type { BotDocRecord } from '../../document/records.ts'
import { ChangeSet } from '../../edit/changes.ts'
import type { Changes } from '../../edit/edit.ts'
import { referredFile } from '../../message/file-address.ts'
import { mapRecordFields } from '../record-fields.ts'

const REFERRING: ReadonlySet<FieldRole> = new Set(['intent', 'messageTemplate', 'auth'])

/**
 * Removes an intent, a question with its answer, a message template, an API access or a file. Fields that had chosen it are
 * empty then, and the checks point at those that need a choice.
 */
export function deleteRecord(
  document: BotDocument,
  id: IntentId | FaqId | TemplateId | AuthId | MediaId,
): Changes {
  const set = new ChangeSet(document).drop(id)
  for (const record of document.values()) {
    if (record.id === id) continue
    const changed = mapRecordFields(withoutPicture(record, id), ({ role, value }) => {
      if (REFERRING.has(role) && value === id) return null
      return role === 'template' && referredFile(value as string) === id ? '' : value
    })
    if (changed !== record) set.put(changed)
  }
  return set.done()
}

function withoutPicture(record: BotDocRecord, id: string): BotDocRecord {
  if (record.type !== 'bot' || record.picture !== id) return record
  const { picture: _, ...bot } = record
  return bot
}
