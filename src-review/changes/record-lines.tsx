import { changeTitle } from '../../src-renderer/compare/change-words.ts'
import type { RecordDifference } from '../../src-shared/compare/difference.ts'
import type { Subject } from '../../src-shared/compare/subjects.ts'
import { differencesOf } from '../differences.ts'
import type { Desk } from '../look.ts'
import { FieldLines } from './field-lines.tsx'

/** What became of one record, in sentences of the page's language. */
export function RecordLines({ desk, subject }: Readonly<{ desk: Desk; subject: Subject }>) {
  const found = differencesOf(desk.page.bots)
  if (!found) return null
  const { difference } = found
  const { key, is, fields, before, after } = subject
  const record: RecordDifference = {
    ...{ id: key, is, before, after, fields },
    type: (after ?? before)?.type ?? 'block',
  }
  return (
    <div class="lines">
      <p>{changeTitle(desk.t, { record, move: null }, difference)}</p>
      <FieldLines desk={desk} record={record} difference={difference} />
    </div>
  )
}
