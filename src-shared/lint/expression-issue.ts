import { blockName } from '../blocks/block-name.ts'
import type { BlockRecord } from '../document/records.ts'
import type { ExpressionProblem } from '../expression/check-expression.ts'
import type { Issue } from './issue.ts'

type Place = Readonly<{
  block: Pick<BlockRecord, 'id' | 'title' | 'kind'>
  path: Issue['path']
  source: string
  locale?: string
}>

/** A problem of a formula, or of a formula in a text, with the words it is about. Both share the codes `formula/…`. */
export function expressionIssue({ block, path, source, locale }: Place, problem: ExpressionProblem): Issue {
  const words = source.slice(problem.start, problem.end).trim().slice(0, 40)
  const where = [words && `“${words}”`, locale].filter(Boolean).join(', ')
  const message = `In ${blockName(block)}: ${problem.message}${where && ` (${where})`}`
  const code = problem.code.replace('expression/', 'formula/')
  return { code, severity: 'error', message, record: block.id, ...(path ? { path } : {}) }
}
