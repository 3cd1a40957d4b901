import { unsaid } from '../../kit/say.ts'
import { named } from '../../kit/sentences/named.ts'
import type { BlockCheck } from '../check.ts'
import { expressionIssue } from '../expression-issue.ts'
import type { Finding } from '../issue.ts'

/** Formulas: written, readable, of names that exist and values that fit each other. */
export const checkFormulas: BlockCheck = ({ block, facts, wide }) => {
  const issues: Finding[] = []
  for (const { path, source, parsed } of facts.formulas) {
    if (parsed === null) {
      const words = unsaid('formula/empty', { block: named(block) })
      issues.push({ code: 'formula/empty', severity: 'error', ...words, record: block.id, path })
    } else if (parsed.ok) {
      for (const problem of wide.problemsOf(parsed.value))
        issues.push(expressionIssue({ block, path, source }, problem))
    } else {
      issues.push(expressionIssue({ block, path, source: '' }, { ...parsed, start: 0, end: 0 }))
    }
  }
  return issues
}
