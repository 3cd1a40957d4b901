import type { BotDocument } from '../document/bot-document.ts'
import type { Changes } from '../edit/edit.ts'
import { type BlockNode, NO_ISSUES } from './block-node.ts'
import type { BlockSubject } from './block-subject.ts'

import { BotMemory } from './bot-memory.ts'
import type { BlockCheck, BotCheck } from './check.ts'
import { checkAccesses } from './checks/accesses.ts'
import { checkChannels } from './checks/channels.ts'
import { checkConnections } from './checks/connections.ts'
import { checkEntries } from './checks/entries.ts'
import { checkFiles } from './checks/files.ts'
import { checkFormulas } from './checks/formulas.ts'
import { checkHandovers } from './checks/handovers.ts'
import { checkKeywords } from './checks/keywords.ts'
import { checkKind } from './checks/kinds.ts'
import { checkGlobalWords, checkKnowledge } from './checks/knowledge.ts'
import { checkLoops } from './checks/loops.ts'
import { checkMainMenu } from './checks/main-menu.ts'
import { checkMenuNumbers } from './checks/menu-numbers.ts'
import { checkKeysInTexts, checkPlainTexts } from './checks/plain-texts.ts'
import { unreachable } from './checks/reachability.ts'
import { checkRecursion } from './checks/recursion.ts'
import { checkReferences } from './checks/references.ts'
import { checkSavedAnswers } from './checks/saved-answers.ts'
import { checkSecrets } from './checks/secrets.ts'
import { checkSettings } from './checks/settings.ts'
import { checkStudies } from './checks/studies.ts'
import { checkTemplates } from './checks/templates.ts'
import { checkTexts } from './checks/texts.ts'
import { checkVariables } from './checks/variables.ts'
import { checkWindow } from './checks/window.ts'
import { FactKeeper } from './fact-keeper.ts'
import { type InSteps, inOneGo } from './in-steps.ts'
import type { Finding, Issue, Severity } from './issue.ts'
import { SpokenIssue } from './spoken-issue.ts'
import { subjectOf } from './subject-of.ts'

const BLOCK_CHECKS: readonly BlockCheck[] = [
  checkConnections,
  checkReferences,
  checkTexts,
  checkFormulas,
  checkSecrets,
  checkKind,
  checkMenuNumbers,
  checkSavedAnswers,
  checkPlainTexts,
  checkKeysInTexts,
  checkTemplates,
  checkChannels,
]

const BOT_CHECKS: readonly BotCheck[] = [
  checkEntries,
  checkLoops,
  checkRecursion,
  checkKeywords,
  checkMainMenu,
  checkVariables,
  checkHandovers,
  checkSettings,
  checkKnowledge,
  checkGlobalWords,
  checkAccesses,
  checkFiles,
  checkStudies,
  checkWindow,
]

/** The checks with a memory. What they say is what `lint` says, always. */
export interface Linter {
  /**
   * All findings about the bot: errors first, in each severity those of the bot as a whole, then by the ids of blocks.
   * With `changes`, all that has changed in this very document since the last call (squashChanges of the edits), only
   * what they concern is checked again; without, or for another document, everything is.
   */
  check(document: BotDocument, changes?: Changes): readonly Issue[]
  /**
   * The same for the whole bot, in steps of a few milliseconds between which others may work. Once the document has
   * changed no further step must be taken.
   */
  inSteps(document: BotDocument): InSteps<readonly Issue[]>
}

export function createLinter(): Linter {
  let run: Run | null = null
  return {
    check(document, changes) {
      const known = changes && run?.memory.document === document ? run : null
      // Should a check fail, what is remembered is of no use any more.
      run = null
      if (known && changes) known.update(changes)
      run = known ?? inOneGo(runInSteps(document))
      return run.issues()
    },
    *inSteps(document) {
      run = null
      const now = yield* runInSteps(document)
      run = now
      yield
      return now.issues()
    },
  }
}

function* runInSteps(document: BotDocument): InSteps<Run> {
  const memory = new BotMemory(document)
  yield
  yield* memory.readAll(node => checkBlock(node, memory))
  yield
  return new Run(memory)
}

/** One bot under check, from its first check on. */
class Run {
  readonly memory: BotMemory
  private readonly keeper: FactKeeper
  private found: readonly (readonly Issue[])[]

  /** Of blocks that were all read and checked. */
  constructor(memory: BotMemory) {
    this.memory = memory
    this.keeper = new FactKeeper(this.memory)
    this.found = BOT_CHECKS.map(({ find }) => spoken(find(this.keeper.facts)))
  }

  update(changes: Changes): void {
    for (const node of this.memory.take(changes)) checkBlock(node, this.memory)
    const before = this.keeper.facts
    this.keeper.update(changes)
    const { facts } = this.keeper
    this.found = BOT_CHECKS.map(({ reads, find }, index) =>
      reads.every(name => facts[name] === before[name])
        ? (this.found[index] ?? NO_ISSUES)
        : spoken(find(facts)),
    )
  }

  issues(): readonly Issue[] {
    const bySeverity: Record<Severity, Issue[]> = { error: [], warning: [], hint: [] }
    for (const issues of this.found) for (const issue of issues) bySeverity[issue.severity].push(issue)
    const { store, paths } = this.memory
    for (const node of store.ordered) {
      if (!paths.isReached(node)) {
        node.lost ??= new SpokenIssue(unreachable(node.block))
        bySeverity[node.lost.severity].push(node.lost)
      }
      for (const issue of node.issues) bySeverity[issue.severity].push(issue)
    }
    return [...bySeverity.error, ...bySeverity.warning, ...bySeverity.hint]
  }
}

function checkBlock(node: BlockNode, memory: BotMemory): void {
  node.issues = issuesOf(subjectOf(node, memory))
}

function issuesOf(subject: BlockSubject): readonly Issue[] {
  let all: readonly Finding[] | null = null
  for (const check of BLOCK_CHECKS) {
    const found = check(subject)
    if (found.length > 0) all = all ? [...all, ...found] : found
  }
  return all ? spoken(all) : NO_ISSUES
}

function spoken(findings: readonly Finding[]): readonly Issue[] {
  return findings.map(finding => new SpokenIssue(finding))
}
