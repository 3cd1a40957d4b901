import { changeTitle } from '../../src-renderer/compare/change-words.ts'
import { changesByFlow } from '../../src-shared/compare/change-list.ts'
import type { CommentRecord } from '../../src-shared/document/records.ts'
import { suggestionDifference } from '../../src-shared/review/suggestion-difference.ts'
import { FieldLines } from '../changes/field-lines.tsx'
import type { Desk } from '../look.ts'

/** What a suggestion would change. */
export function SuggestedLines({ desk, comment }: Readonly<{ desk: Desk; comment: CommentRecord }>) {
  const difference = suggestionDifference(desk.reviewer.document, comment)
  const changes = changesByFlow(difference).flatMap(group => group.changes)
  return (
    <div class="lines">
      {changes.map(change => (
        <div key={change.id}>
          <p>{changeTitle(desk.t, change, difference)}</p>
          {change.record && <FieldLines desk={desk} record={change.record} difference={difference} />}
        </div>
      ))}
    </div>
  )
}
