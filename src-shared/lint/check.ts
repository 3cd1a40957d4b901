import type { BlockRecord } from '../document/records.ts'
import type { Issue } from './issue.ts'
import type { LintContext } from './lint-context.ts'

/** A check of one block by itself, or of the bot as a whole. */
export type BlockCheck = (block: BlockRecord, context: LintContext) => Iterable<Issue>
export type BotCheck = (context: LintContext) => Iterable<Issue>
