import type { ExpressionProblem } from '../expression/check-expression.ts'
import type { Template } from '../expression/template.ts'
import type { BlockSubject } from './block-subject.ts'
import { expressionIssue } from './expression-issue.ts'
import type { Finding } from './issue.ts'

/** The field, and the language where it has one. */
type Where = Readonly<{ path: readonly (string | number)[]; locale?: string }>

/** Adds what is wrong with the places of a text that are to be filled in. */
export function placeIssues(
  { block, wide }: BlockSubject,
  template: Template,
  where: Where,
  issues: Finding[],
): void {
  const add = (problem: ExpressionProblem) => {
    const { path, locale } = where
    const place = locale === undefined ? { path } : { path: [...path, locale], locale }
    issues.push(expressionIssue({ block, source: template.source, ...place }, problem))
  }
  for (const problem of template.problems) add(problem)
  for (const part of template.parts) {
    if (typeof part === 'string') continue
    for (const { start, end, ...problem } of wide.problemsOf(part.expression))
      add({ ...problem, start: part.start + start, end: part.start + end })
  }
}
