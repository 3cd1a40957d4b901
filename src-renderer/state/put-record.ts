import { parseRecord } from '../../src-shared/blocks/parse-document.ts'
import type { BotDocRecord } from '../../src-shared/document/records.ts'
import type { EditLabel } from '../../src-shared/edit/edit.ts'
import { updateRecord } from '../../src-shared/edit/update-record.ts'
import { commit } from './edits.ts'
import { useWorkbench } from './workbench.ts'

/** What the schema has against a record, in one sentence for the field; null when it can be put. */
export function recordProblem(record: BotDocRecord): string | null {
  const parsed = parseRecord(record)
  if (parsed.ok) return null
  const message = parsed.problems?.[0]?.message ?? parsed.message
  const sentence = message.slice(message.indexOf(': ') + 2)
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** Puts a new or changed record as one edit, if its schema accepts it. Returns whether it was done. */
export function putRecord(record: BotDocRecord, label: EditLabel): boolean {
  const { editor } = useWorkbench.getState()
  if (!editor || recordProblem(record) !== null) return false
  return commit(updateRecord(editor.document, record), label)
}
