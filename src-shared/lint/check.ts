import type { BlockSubject } from './block-subject.ts'
import type { BotFacts } from './bot-facts.ts'
import type { Finding } from './issue.ts'

/** A check of one block in its surroundings; what it found is kept until something it could see changes. */
export type BlockCheck = (subject: BlockSubject) => readonly Finding[]

/**
 * A check of the bot as a whole. It sees only the facts that it `reads`, and what it found is kept while these are the
 * very same objects.
 */
export type BotCheck = Readonly<{
  reads: readonly (keyof BotFacts)[]
  find(facts: BotFacts): readonly Finding[]
}>

export function botCheck<Name extends keyof BotFacts>(
  reads: readonly Name[],
  find: (facts: Pick<BotFacts, Name>) => readonly Finding[],
): BotCheck {
  return { reads, find }
}
