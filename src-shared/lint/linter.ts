import type { BotDocument } from '../document/bot-document.ts'
import type { BlockId } from '../document/ids.ts'
import type { BlockRecord } from '../document/records.ts'
import { ReadSources } from './block-facts.ts'
import { type BlockSubject, isCurrent, subjectOf } from './block-subject.ts'
import { type BotWide, botWideOf } from './bot-wide.ts'
import type { BlockCheck, BotCheck } from './check.ts'
import { checkConnections } from './checks/connections.ts'
import { checkEntries } from './checks/entries.ts'
import { checkFormulas } from './checks/formulas.ts'
import { checkKeywords } from './checks/keywords.ts'
import { checkKind } from './checks/kinds.ts'
import { checkLoops } from './checks/loops.ts'
import { checkMainMenu } from './checks/main-menu.ts'
import { checkMenuNumbers } from './checks/menu-numbers.ts'
import { checkReachability } from './checks/reachability.ts'
import { checkRecursion } from './checks/recursion.ts'
import { checkReferences } from './checks/references.ts'
import { checkSavedAnswers } from './checks/saved-answers.ts'
import { checkTexts } from './checks/texts.ts'
import { checkVariables } from './checks/variables.ts'
import type { Issue, Severity } from './issue.ts'
import { LintContext } from './lint-context.ts'

const BLOCK_CHECKS: readonly BlockCheck[] = [
  checkConnections,
  checkReferences,
  checkTexts,
  checkFormulas,
  checkKind,
  checkMenuNumbers,
  checkSavedAnswers,
]

const BOT_CHECKS: readonly BotCheck[] = [
  checkEntries,
  checkReachability,
  checkLoops,
  checkRecursion,
  checkKeywords,
  checkMainMenu,
  checkVariables,
]

type Kept = Readonly<{ subject: BlockSubject; issues: readonly Issue[] }>

/**
 * The checks with a memory: after an edit only blocks that changed, or whose neighbours, variables or languages
 * changed, are checked again; checks of the bot as a whole run every time. Says what `lint` says, always.
 */
export interface Linter {
  check(document: BotDocument): readonly Issue[]
}

export function createLinter(): Linter {
  let kept: ReadonlyMap<BlockId, Kept> = new Map()
  let sources = new ReadSources()
  let wide: BotWide | null = null
  const checked = (document: BotDocument, block: BlockRecord, shared: BotWide): Kept => {
    const before = kept.get(block.id)
    if (before && isCurrent(before.subject, document, block, shared)) return before
    const subject = subjectOf(document, block, { wide: shared, before: before?.subject, sources })
    return { subject, issues: checkBlock(subject) }
  }
  return {
    check(document) {
      if (sources.size > MOST_SOURCES) sources = new ReadSources()
      wide = botWideOf(document, wide)
      const now = new Map<BlockId, Kept>()
      for (const block of document.all('block')) now.set(block.id, checked(document, block, wide))
      kept = now
      const context = new LintContext(
        document,
        wide,
        Array.from(now.values(), ({ subject }) => subject),
      )
      const issues: Issue[] = []
      for (const check of BOT_CHECKS) for (const issue of check(context)) issues.push(issue)
      for (const found of now.values()) for (const issue of found.issues) issues.push(issue)
      return issues.sort((a, b) => ORDER[a.severity] - ORDER[b.severity])
    },
  }
}

/** A day of typing leaves many half-written sources behind; then it is cheaper to read the rest once more. */
const MOST_SOURCES = 50_000

const NO_ISSUES: readonly Issue[] = []

function checkBlock(subject: BlockSubject): readonly Issue[] {
  let issues: Issue[] | null = null
  for (const check of BLOCK_CHECKS)
    for (const issue of check(subject)) {
      issues ??= []
      issues.push(issue)
    }
  return issues ?? NO_ISSUES
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 }
