import { compareBots } from '../src-shared/compare/compare-bots.ts'
import type { Difference } from '../src-shared/compare/difference.ts'
import { type Subject, subjectsOf } from '../src-shared/compare/subjects.ts'
import type { ReviewedBots } from '../src-shared/review-file/content.ts'

type Known = Readonly<{ difference: Difference; subjects: ReadonlyMap<string, Subject> }>

const known = new WeakMap<ReviewedBots, Known | null>()

/** What differs from the version before, worked out once; null where there is none before. */
export function differencesOf(bots: ReviewedBots): Known | null {
  const found = known.get(bots)
  if (found !== undefined) return found
  const difference = bots.before && compareBots(bots.before.document, bots.document)
  const made = difference && { difference, subjects: subjectsOf(difference) }
  known.set(bots, made)
  return made
}
