import type { Conflict, MergeOptions } from '../compare/conflict.ts'
import { isSame } from '../compare/is-same.ts'
import type { BotDocument } from '../document/bot-document.ts'
import { ChangeSet } from '../edit/changes.ts'
import type { Changes } from '../edit/edit.ts'
import { mergeReviews, type ReviewRecord } from './merge-reviews.ts'
import { reviewOf } from './merge-with-review.ts'

export type ReviewTaken = Readonly<{
  changes: Changes
  conflicts: readonly Conflict[]
  /** How many records are new here, and how many are told otherwise than before. */
  added: number
  changed: number
}>

/** The edit that takes over what was said about this bot elsewhere, such as in a review file; the bot stays as it is. */
export function reviewChangesOf(
  document: BotDocument,
  said: Iterable<ReviewRecord>,
  options: MergeOptions = {},
): ReviewTaken {
  const { merged, conflicts } = mergeReviews(reviewOf(document), said, options)
  const set = new ChangeSet(document)
  let [added, changed] = [0, 0]
  for (const record of merged) {
    const present = document.get(record.id)
    if (present && isSame(present, record)) continue
    if (present) changed += 1
    else added += 1
    set.put(record)
  }
  return { changes: set.done(), conflicts, added, changed }
}
