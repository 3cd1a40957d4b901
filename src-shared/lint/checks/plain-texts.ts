import type { Localized } from '../../document/localized.ts'
import { holdsKey } from '../../kit/holds-key.ts'
import { unsaid } from '../../kit/say.ts'
import { named } from '../../kit/sentences/named.ts'
import type { BlockCheck } from '../check.ts'
import type { Finding } from '../issue.ts'
import { placeIssues } from '../place-issues.ts'

/** Texts that are the same in every language, such as addresses: written, and their places can be filled in. */
export const checkPlainTexts: BlockCheck = subject => {
  const { block, facts } = subject
  const issues: Finding[] = []
  for (const { template, required, path } of facts.plain) {
    if (required && template.source.trim() === '') {
      const words = unsaid('field/empty', { block: named(block), ...fieldOf(path) })
      issues.push({ code: 'field/empty', severity: 'error', ...words, record: block.id, path })
    }
    placeIssues(subject, template, { path }, issues)
  }
  return issues
}

/** What a field is called, by the name of its member, and where it stands in its list. */
function fieldOf(path: readonly (string | number)[]): { field: string; number: number | null } {
  const field = path.findLast(part => typeof part === 'string') ?? ''
  const at = path.findLast(part => typeof part === 'number')
  return { field, number: at === undefined ? null : at + 1 }
}

/** requirements.md KAR-13, NHN-26: a secret stays out of texts; it belongs into a secret variable. */
export const checkKeysInTexts: BlockCheck = ({ block, facts }) => {
  const issues: Finding[] = []
  const words = () => unsaid('text/key', { block: named(block) })
  const add = (path: Finding['path'] & object) =>
    issues.push({ code: 'text/key', severity: 'error', ...words(), record: block.id, path })
  for (const { texts, path } of facts.texts) if (someHoldsKey(texts)) add(path)
  for (const { template, path } of facts.plain) if (holdsKey(template.source)) add(path)
  for (const { source, path } of facts.formulas) if (holdsKey(source)) add(path)
  return issues
}

function someHoldsKey(texts: Localized): boolean {
  for (const locale in texts) if (holdsKey(texts[locale] ?? '')) return true
  return false
}
