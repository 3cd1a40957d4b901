import type { BotDocument } from '../document/bot-document.ts'
import type { BlockRecord } from '../document/records.ts'
import type { BlockCheck, BotCheck } from './check.ts'
import { checkConnections } from './checks/connections.ts'
import { checkEntries } from './checks/entries.ts'
import { checkFields } from './checks/fields.ts'
import { checkKeywords } from './checks/keywords.ts'
import { checkKind } from './checks/kinds.ts'
import { checkMainMenu } from './checks/main-menu.ts'
import { checkLoops, checkReachability } from './checks/reachability.ts'
import { checkRecursion } from './checks/recursion.ts'
import { checkVariables } from './checks/variables.ts'
import type { Issue, Severity } from './issue.ts'
import { LintContext } from './lint-context.ts'

const BLOCK_CHECKS: readonly BlockCheck[] = [checkConnections, checkFields, checkKind]
const BOT_CHECKS: readonly BotCheck[] = [checkEntries, checkReachability, checkLoops, checkRecursion, checkKeywords, checkMainMenu, checkVariables]

/** All findings about a bot, errors first, then in the order of its blocks. Never throws on an accepted document. */
export function lint(document: BotDocument): readonly Issue[] {
  const context = new LintContext(document)
  const issues: Issue[] = BOT_CHECKS.flatMap((check) => [...check(context)])
  for (const block of document.all('block')) issues.push(...blockIssues(block, context))
  return bySeverity(issues)
}

function blockIssues(block: BlockRecord, context: LintContext): readonly Issue[] {
  return BLOCK_CHECKS.flatMap((check) => [...check(block, context)])
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 }

function bySeverity(issues: Issue[]): readonly Issue[] {
  return issues.sort((a, b) => ORDER[a.severity] - ORDER[b.severity])
}
