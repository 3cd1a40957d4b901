import { isSame } from '../compare/is-same.ts'
import type { BotDocument } from '../document/bot-document.ts'
import type { TaskRecord } from '../document/task.ts'
import { taskSchema } from '../document/task.ts'
import { ChangeSet } from '../edit/changes.ts'
import type { Changes } from '../edit/edit.ts'
import { updateRecord } from '../edit/update-record.ts'
import { fault, ok, type Result } from '../kit/result.ts'
import { type ChecklistItem, untouched } from './checklist.ts'

export type TaskChange = Partial<Pick<TaskRecord, 'state' | 'owner' | 'date' | 'evidence' | 'note'>>

/**
 * Says something about a step of the checklist (requirements.md KAL-01). One about which nothing is said any more has no
 * record. Refuses with `document/invalid` what the schema refuses.
 */
export function changeTask(
  document: BotDocument,
  item: Pick<ChecklistItem, 'step' | 'channel'>,
  change: TaskChange,
): Result<Changes> {
  const blank = untouched(item)
  const parsed = taskSchema.safeParse({ ...(document.get(blank.id) ?? blank), ...change })
  if (!parsed.success) return fault('document/invalid', `${parsed.error.issues[0]?.message}.`)
  return ok(
    isSame(parsed.data, blank)
      ? new ChangeSet(document).drop(blank.id).done()
      : updateRecord(document, parsed.data),
  )
}
