import { checkExpression } from '../../expression/check-expression.ts'
import type { TextFact } from '../block-facts.ts'
import { blockName, capitalBlockName } from '../block-name.ts'
import type { BlockSubject } from '../block-subject.ts'
import type { BlockCheck } from '../check.ts'
import { expressionIssue } from '../expression-issue.ts'
import type { Issue } from '../issue.ts'

/** Texts for customers: written, translated, and every `{{ }}` in them can be filled in (requirements.md KAR-13). */
export const checkTexts: BlockCheck = subject => {
  const issues: Issue[] = []
  for (const text of subject.facts.texts) {
    checkWritten(subject, text, issues)
    if (text.templates.length > 0) checkTemplates(subject, text, issues)
  }
  return issues
}

function checkWritten(
  { block, wide }: BlockSubject,
  { texts, path, required }: TextFact,
  issues: Issue[],
): void {
  const [main = 'en'] = wide.locales
  if (isWritten(texts[main])) {
    if (wide.locales.length === 1) return
    const missing = wide.locales.filter(locale => !isWritten(texts[locale]))
    if (missing.length === 0) return
    const message = `A text of ${blockName(block)} is missing in ${missing.join(', ')}.`
    issues.push({ code: 'text/untranslated', severity: 'warning', message, record: block.id, path })
  } else if (required) {
    const message = `${capitalBlockName(block)} has a text that is empty (${main}).`
    issues.push({ code: 'text/empty', severity: 'error', message, record: block.id, path })
  }
}

function isWritten(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== ''
}

function checkTemplates({ block, wide }: BlockSubject, { templates, path }: TextFact, issues: Issue[]): void {
  const secrets = new Set<string>()
  for (const { locale, template } of templates) {
    const place = { block, path: [...path, locale], source: template.source, locale }
    for (const problem of template.problems) issues.push(expressionIssue(place, problem))
    for (const part of template.parts) {
      if (typeof part === 'string') continue
      for (const { start, end, ...problem } of checkExpression(part.expression, wide.known).problems)
        issues.push(expressionIssue(place, { ...problem, start: part.start + start, end: part.start + end }))
    }
    for (const { name } of template.names) if (wide.variables.get(name)?.secret) secrets.add(name)
  }
  for (const name of secrets) {
    const message = `${capitalBlockName(block)} shows the secret ${name} to the customer.`
    issues.push({ code: 'text/secret', severity: 'warning', message, record: block.id, path })
  }
}
