import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { checkExpression } from '../../../src-shared/expression/check-expression.ts'
import { parseTemplate } from '../../../src-shared/expression/template.ts'
import { faultInWords } from '../../words/sentences.ts'
import { knownTypes } from './formula-check.ts'

/** One fault of a text; lines and columns count from 1. */
export type TemplateProblem = Readonly<{ message: string; line: number; column: number }>

/** What cannot be filled in of a text, with its place: places that cannot be read, unknown names, types that do not fit. */
export function templateProblems(text: string, document: BotDocument): readonly TemplateProblem[] {
  if (!text.includes('{{')) return []
  const { parts, problems } = parseTemplate(text)
  const known = knownTypes(document)
  const checked = parts.flatMap(part => {
    if (typeof part === 'string') return []
    const found = checkExpression(part.expression, known).problems
    return found.map(problem => ({ ...problem, start: problem.start + part.start }))
  })
  const all = [...problems, ...checked].sort((a, b) => a.start - b.start)
  return all.map(problem => ({ message: faultInWords(problem), ...placeOf(text, problem.start) }))
}

/** Where a `{{` without its `}}` stands: it will be shown to the customer as it is. */
export function unclosedPlace(text: string): { line: number; column: number } | null {
  const open = text.lastIndexOf('{{')
  return open >= 0 && text.indexOf('}}', open) < 0 ? placeOf(text, open) : null
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}
