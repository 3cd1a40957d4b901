import type { BlockSubject } from './block-subject.ts'
import type { Issue } from './issue.ts'
import type { LintContext } from './lint-context.ts'

/** A check of one block in its surroundings; what it found is kept until something it could see changes. */
export type BlockCheck = (subject: BlockSubject) => readonly Issue[]

/** A check of the bot as a whole: how blocks lead to each other, and what is said only once. */
export type BotCheck = (context: LintContext) => readonly Issue[]
