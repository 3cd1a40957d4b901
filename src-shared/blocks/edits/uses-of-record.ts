import type { BotDocument } from '../../document/bot-document.ts'
import type { FieldRole } from '../../document/field-types.ts'
import type { RecordId } from '../../document/ids.ts'
import { referredFile } from '../../message/file-address.ts'
import { visitRecordFields } from '../record-fields.ts'

/** One field that has chosen a record; a block's path begins in its data. */
export type RecordUse = Readonly<{ record: RecordId; path: readonly (string | number)[] }>

const CHOOSING: ReadonlySet<FieldRole> = new Set(['intent', 'messageTemplate', 'auth'])

/** The fields that have chosen an intent, a message template, an API access or a file. */
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
  const { picture } = document.bot
  if (picture) visit(document.bot.id, ['picture'], picture)
  for (const record of document.values())
    visitRecordFields(record, ({ role, path, value }) => {
      const chosen = CHOOSING.has(role) ? value : role === 'template' ? referredFile(value as string) : null
      if (chosen !== null && chosen !== undefined) visit(record.id, path, chosen as RecordId)
    })
}
