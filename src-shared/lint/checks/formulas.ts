import { blockName } from '../../blocks/block-name.ts'
import type { BlockCheck } from '../check.ts'
import { expressionIssue } from '../expression-issue.ts'
import type { Issue } from '../issue.ts'

/** Formulas: written, readable, of names that exist and values that fit each other. */
export const checkFormulas: BlockCheck = ({ block, facts, wide }) => {
  const issues: Issue[] = []
  for (const { path, source, parsed } of facts.formulas) {
    if (parsed === null) {
      const message = `In ${blockName(block)}, a formula is empty.`
      issues.push({ code: 'formula/empty', severity: 'error', message, record: block.id, path })
    } else if (parsed.ok) {
      for (const problem of wide.problemsOf(parsed.value))
        issues.push(expressionIssue({ block, path, source }, problem))
    } else {
      const { code, message } = parsed
      issues.push(expressionIssue({ block, path, source: '' }, { code, message, start: 0, end: 0 }))
    }
  }
  return issues
}
