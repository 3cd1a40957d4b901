import type { FoundField } from '../../blocks/fields.ts'
import type { BlockRecord } from '../../document/records.ts'
import { checkExpression, type ExpressionProblem } from '../../expression/check-expression.ts'
import { parseExpression } from '../../expression/parse-expression.ts'
import { parseTemplate } from '../../expression/template.ts'
import type { BlockCheck } from '../check.ts'
import type { Issue } from '../issue.ts'
import type { LintContext } from '../lint-context.ts'

/** Every field with a role: required ones are filled, references exist, formulas and texts can be worked out. */
export const checkFields: BlockCheck = (block, context) => {
  const issues: Issue[] = []
  context.visit(block, (field) => issues.push(...fieldIssues(block, field, context)))
  return issues
}

function fieldIssues(block: BlockRecord, field: FoundField, context: LintContext): readonly Issue[] {
  switch (field.role) {
    case 'text':
      return textIssues(block, field, context)
    case 'formula':
      return formulaIssues(block, field, context)
    case 'variable':
    case 'flow':
    case 'block':
      return referenceIssues(block, field, context)
    case 'words':
      return []
  }
}

function issue(block: BlockRecord, field: FoundField, code: string, severity: Issue['severity'], message: string): Issue {
  return { code, severity, message, record: block.id, path: field.path }
}

function referenceIssues(block: BlockRecord, field: FoundField, context: LintContext): readonly Issue[] {
  const { role, value, required } = field
  if (value === null)
    return required ? [issue(block, field, `${role}/not-chosen`, 'error', `In ${context.name(block)}, no ${role} is chosen.`)] : []
  if (context.document.get(value as never)) return []
  return [issue(block, field, `${role}/missing`, 'error', `In ${context.name(block)}, the chosen ${role} does not exist any more.`)]
}

function textIssues(block: BlockRecord, field: FoundField, context: LintContext): readonly Issue[] {
  const texts = field.value as Readonly<Record<string, string>>
  const [main = 'en', ...others] = context.locales
  const written = (locale: string) => (texts[locale] ?? '').trim() !== ''
  const issues: Issue[] = []
  if (!written(main)) {
    if (field.required) issues.push(issue(block, field, 'text/empty', 'error', `${capital(context.name(block))} has a text that is empty (${main}).`))
  } else {
    const missing = others.filter((locale) => !written(locale))
    if (missing.length > 0) issues.push(issue(block, field, 'text/untranslated', 'warning', `A text of ${context.name(block)} is missing in ${missing.join(', ')}.`))
  }
  for (const [locale, text] of Object.entries(texts)) {
    if (!text.includes('{{')) continue
    const template = parseTemplate(text)
    for (const problem of template.problems) issues.push(expressionIssue(block, field, problem, text, context, locale))
    for (const part of template.parts) {
      if (typeof part === 'string') continue
      for (const problem of checkExpression(part.expression, context.known).problems)
        issues.push(expressionIssue(block, field, { ...problem, start: part.start + problem.start, end: part.start + problem.end }, text, context, locale))
    }
    for (const { name } of template.names)
      if (context.variables.get(name)?.secret)
        issues.push(issue(block, field, 'text/secret', 'warning', `${capital(context.name(block))} shows the secret ${name} to the customer.`))
  }
  return issues
}

function formulaIssues(block: BlockRecord, field: FoundField, context: LintContext): readonly Issue[] {
  const source = field.value as string
  if (source.trim() === '') return [issue(block, field, 'formula/empty', 'error', `In ${context.name(block)}, a formula is empty.`)]
  const parsed = parseExpression(source)
  if (!parsed.ok) return [issue(block, field, codeOf(parsed.code), 'error', `In ${context.name(block)}: ${parsed.message}`)]
  return checkExpression(parsed.value, context.known).problems.map((problem) => expressionIssue(block, field, problem, source, context))
}

function expressionIssue(block: BlockRecord, field: FoundField, problem: ExpressionProblem, source: string, context: LintContext, locale?: string): Issue {
  const place = source.slice(problem.start, problem.end).slice(0, 40)
  const where = place === '' ? '' : ` (“${place}”${locale ? `, ${locale}` : ''})`
  return issue(block, field, codeOf(problem.code), 'error', `In ${context.name(block)}: ${problem.message}${where}`)
}

/** `expression/unknown-name` becomes `formula/unknown-name`: texts and formulas share one family of codes. */
function codeOf(fault: string): string {
  return fault.replace('expression/', 'formula/')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

