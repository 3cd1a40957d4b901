import type { MergeOptions } from '../compare/conflict.ts'
import { isSame } from '../compare/is-same.ts'
import { type Merge, mergeBots } from '../compare/merge-bots.ts'
import { BotDocument } from '../document/bot-document.ts'
import { type BotDocRecord, REVIEW_TYPES } from '../document/records.ts'
import { mergeReviews, type ReviewRecord } from './merge-reviews.ts'

/**
 * Joins two people's work on a bot with what they said about it: the bot by `mergeBots`, the review by its own rules.
 * Without a base (two histories that share none), what both have alike is taken for it, and all else is a conflict.
 */
export function mergeWithReview(
  base: BotDocument | null,
  ours: BotDocument,
  theirs: BotDocument,
  options: MergeOptions = {},
): Merge {
  const before = base ?? commonPart(ours, theirs)
  const bots = mergeBots(withoutReview(before), withoutReview(ours), withoutReview(theirs), options)
  const reviews = mergeReviews(reviewOf(ours), reviewOf(theirs), options)
  for (const record of reviews.merged) bots.merged.put(record)
  return { merged: bots.merged, conflicts: [...bots.conflicts, ...reviews.conflicts] }
}

/** What people said about a bot. */
export function reviewOf(document: BotDocument): readonly ReviewRecord[] {
  return [...document.all('iteration'), ...document.all('comment')]
}

export function withoutReview(document: BotDocument): BotDocument {
  return BotDocument.of([...document.values()].filter(({ type }) => !REVIEW_TYPES.has(type)))
}

/** What two bots have alike, to join them from where they share no history. */
export function commonPart(ours: BotDocument, theirs: BotDocument): BotDocument {
  const same = (record: BotDocRecord) => {
    const other = theirs.get(record.id)
    return other !== undefined && isSame(record, other)
  }
  return BotDocument.of([...ours.values()].filter(same))
}
