import { namesIn } from '../blocks/edits/uses-of-variable.ts'
import { visitRecordFields } from '../blocks/record-fields.ts'
import type { BotDocument } from '../document/bot-document.ts'
import type { RecordId } from '../document/ids.ts'
import type { RecordType } from '../document/records.ts'

/** The variables that records other than blocks use, such as answers and settings: by name, and by id. */
export type OtherUses = Readonly<{ names: ReadonlySet<string>; ids: ReadonlySet<RecordId> }>

/** The types of such records. */
export const OTHER_USERS: readonly RecordType[] = ['bot', 'intent', 'faq', 'template', 'auth', 'media']

export function otherUsesOf(document: BotDocument): OtherUses {
  const names = new Set<string>()
  const ids = new Set<RecordId>()
  for (const type of OTHER_USERS)
    for (const record of document.all(type))
      visitRecordFields(record, field => {
        for (const name of namesIn(field)) names.add(name)
        if (field.role === 'variable' && field.value) ids.add(field.value as RecordId)
      })
  return { names, ids }
}
