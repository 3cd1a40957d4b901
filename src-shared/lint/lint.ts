import type { BotDocument } from '../document/bot-document.ts'
import type { Issue } from './issue.ts'
import { createLinter } from './linter.ts'

/** All findings about a bot, errors first, then in the order of its blocks. Never throws on an accepted document. */
export function lint(document: BotDocument): readonly Issue[] {
  return createLinter().check(document)
}
