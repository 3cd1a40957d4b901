import type { BotDocument } from '../../document/bot-document.ts'
import type { FieldRole } from '../../document/field-types.ts'
import type { RecordId } from '../../document/ids.ts'
import { visitRecordFields } from '../record-fields.ts'

/** One field that has chosen a record; a block's path begins in its data. */
export type RecordUse = Readonly<{ record: RecordId; path: readonly (string | number)[] }>

const CHOOSING: ReadonlySet<FieldRole> = new Set(['intent', 'messageTemplate', 'auth'])

/** The fields that have chosen an intent, a message template or an API access. */
export function usesOfRecord(document: BotDocument, id: RecordId): readonly RecordUse[] {
  const uses: RecordUse[] = []
  visitChoices(document, (record, path, chosen) => {
    if (chosen === id) uses.push({ record, path })
  })
  return uses
}

/** How often each of them is chosen, in one walk; those that are not are not listed. */
export function usesOfRecords(document: BotDocument): ReadonlyMap<RecordId, number> {
  const counts = new Map<RecordId, number>()
  visitChoices(document, (_, __, chosen) => counts.set(chosen, (counts.get(chosen) ?? 0) + 1))
  return counts
}

function visitChoices(
  document: BotDocument,
  visit: (record: RecordId, path: readonly (string | number)[], chosen: RecordId) => void,
): void {
  for (const record of document.values())
    visitRecordFields(record, ({ role, path, value }) => {
      if (CHOOSING.has(role) && value !== null && value !== undefined)
        visit(record.id, path, value as RecordId)
    })
}
