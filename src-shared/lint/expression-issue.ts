import type { BlockRecord } from '../document/records.ts'
import type { ExpressionProblem } from '../expression/check-expression.ts'
import { saidOf } from '../kit/result.ts'
import { unsaid } from '../kit/say.ts'
import { named } from '../kit/sentences/named.ts'
import type { Finding } from './issue.ts'

type Place = Readonly<{
  block: Pick<BlockRecord, 'id' | 'title' | 'kind'>
  path: Finding['path']
  source: string
  locale?: string
}>

/** A problem of a formula, or of a formula in a text, with the words it is about. Both share the codes `formula/…`. */
export function expressionIssue({ block, path, source, locale }: Place, problem: ExpressionProblem): Finding {
  const words = source.slice(problem.start, problem.end).trim().slice(0, 40)
  const code = problem.code.replace('expression/', 'formula/')
  const values = { block: named(block), what: saidOf(problem), words, locale: locale ?? null }
  const sentence = unsaid('formula/in-block', values)
  return { code, severity: 'error', ...sentence, record: block.id, ...(path ? { path } : {}) }
}
