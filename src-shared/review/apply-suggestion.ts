import { parseRecord } from '../blocks/parse-document.ts'
import { changesTo } from '../compare/changes-to.ts'
import { mergeBots } from '../compare/merge-bots.ts'
import { recordOfKey } from '../compare/record-key.ts'
import { recordName } from '../compare/record-name.ts'
import { BotDocument } from '../document/bot-document.ts'
import type { RecordId } from '../document/ids.ts'
import type { BotDocRecord, CommentRecord } from '../document/records.ts'
import type { Changes } from '../edit/edit.ts'
import { fault, ok, type Result } from '../kit/result.ts'
import { withoutReview } from './merge-with-review.ts'

/**
 * What a suggestion does to the bot as it is now. What was changed elsewhere since stays; a place that was changed
 * itself is refused with `review/changed-since`, naming each. `document/invalid`: it suggests what no bot can be.
 */
export function applySuggestion(document: BotDocument, { changes = {} }: CommentRecord): Result<Changes> {
  const base = withoutReview(document)
  const theirs = BotDocument.of(base.values())
  for (const [id, { before, after }] of Object.entries(changes) as [RecordId, Changes[RecordId]][]) {
    const parsed = after && parseRecord(after)
    if (parsed && !parsed.ok) return parsed
    place(base, id, before)
    place(theirs, id, after)
  }
  const ours = withoutReview(document)
  const { merged, conflicts } = mergeBots(base, ours, theirs)
  if (conflicts.length === 0) return ok(changesTo(ours, merged))
  const problems = conflicts.map(({ record }) => {
    const found = recordOfKey(ours, record) ?? recordOfKey(theirs, record) ?? recordOfKey(base, record)
    const name = found ? recordName(found, recordOfKey(ours, record) ? ours : base) : record
    return { code: 'review/changed-since', message: name, pointer: found?.id ?? record }
  })
  const names = [...new Set(problems.map(({ message }) => message))]
  return fault('review/changed-since', `It is about ${names.slice(0, 3).join(', ')}.`, problems)
}

function place(document: BotDocument, id: RecordId, record: BotDocRecord | null): void {
  if (record) document.put(record)
  else document.drop(id)
}
