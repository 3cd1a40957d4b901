import { FAULTS, type FaultCode } from '../../src-shared/kit/faults.ts'
import { saidOf } from '../../src-shared/kit/result.ts'
import { type Sentences, sayIn } from '../../src-shared/kit/say.ts'
import { en } from '../../src-shared/kit/sentences/en.ts'
import type { Said } from '../../src-shared/kit/sentences/said.ts'
import type { Issue } from '../../src-shared/lint/issue.ts'
import { SpokenIssue } from '../../src-shared/lint/spoken-issue.ts'

let spoken: Sentences = en
let issues = new WeakMap<Issue, Issue>()

/** From now on findings and failures are told in these sentences; `speak` calls it, with the words of the language. */
export function speakSentences(sentences: Sentences): void {
  spoken = sentences
  issues = new WeakMap()
}

/** A sentence of the shared code in the language of the window; what can only be said in English stays so. */
export function inWords({ message, said }: Readonly<{ message: string; said?: Said }>): string {
  return spoken === en || !said ? message : sayIn(spoken, said)
}

/** A failure in the language of the window. */
export function faultInWords({ code, message, said }: Failure): string {
  return spoken === en || !isFaultCode(code) ? message : sayIn(spoken, saidOf({ code, message, said }))
}

/** The code may come from another version of Parley, or from an engine. */
type Failure = Readonly<{ code: string; message: string; said?: Said | undefined }>

function isFaultCode(code: string): code is FaultCode {
  return Object.hasOwn(FAULTS, code)
}

/**
 * Findings in the language of the window. The checks keep what they found while nothing it depends on changes, and so
 * is what was said of it; in English they stay as they are.
 */
export function issuesInWords(found: readonly Issue[]): readonly Issue[] {
  return spoken === en ? found : found.map(issueInWords)
}

function issueInWords(issue: Issue): Issue {
  const known = issues.get(issue)
  if (known) return known
  const told = new SpokenIssue(issue, spoken)
  issues.set(issue, told)
  return told
}
