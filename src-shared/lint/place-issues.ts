import type { Template } from '../expression/template.ts'
import type { BlockSubject } from './block-subject.ts'
import { expressionIssue } from './expression-issue.ts'
import type { Issue } from './issue.ts'

type Where = Readonly<{ path: readonly (string | number)[]; locale?: string }>

/** Adds what is wrong with the places of a text that are to be filled in. */
export function placeIssues(
  { block, wide }: BlockSubject,
  template: Template,
  where: Where,
  issues: Issue[],
): void {
  const place = { block, source: template.source, ...where }
  for (const problem of template.problems) issues.push(expressionIssue(place, problem))
  for (const part of template.parts) {
    if (typeof part === 'string') continue
    for (const { start, end, ...problem } of wide.problemsOf(part.expression))
      issues.push(expressionIssue(place, { ...problem, start: part.start + start, end: part.start + end }))
  }
}
