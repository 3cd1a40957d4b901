import { unsaid } from '../../kit/say.ts'
import { named } from '../../kit/sentences/named.ts'
import type { TextFact } from '../block-facts.ts'
import type { BlockSubject } from '../block-subject.ts'
import type { BlockCheck } from '../check.ts'
import type { Finding } from '../issue.ts'
import { placeIssues } from '../place-issues.ts'

/** Texts for customers: written, translated, and every `{{ }}` in them can be filled in (requirements.md KAR-13). */
export const checkTexts: BlockCheck = subject => {
  const issues: Finding[] = []
  for (const text of subject.facts.texts) {
    checkWritten(subject, text, issues)
    if (text.templates.length > 0) checkPlaces(subject, text, issues)
  }
  return issues
}

function checkWritten(
  { block, wide }: BlockSubject,
  { texts, path, required }: TextFact,
  issues: Finding[],
): void {
  const { locales } = wide
  const [main = 'en'] = locales
  if (isWritten(texts[main])) {
    if (isTranslated(texts, locales)) return
    const missing = locales.filter(locale => !isWritten(texts[locale]))
    const words = unsaid('text/untranslated', { block: named(block), locales: missing })
    issues.push({ code: 'text/untranslated', severity: 'warning', ...words, record: block.id, path })
  } else if (required) {
    const words = unsaid('text/empty', { block: named(block), locale: main })
    issues.push({ code: 'text/empty', severity: 'error', ...words, record: block.id, path })
  }
}

function isTranslated(texts: TextFact['texts'], locales: readonly string[]): boolean {
  for (const locale of locales) if (!isWritten(texts[locale])) return false
  return true
}

function isWritten(text: string | undefined): boolean {
  if (text === undefined) return false
  const first = text.charCodeAt(0)
  // Most texts begin with a sign of ASCII, and need not be searched for one that is no blank.
  return (first > 0x20 && first < 0x7f) || text.trim() !== ''
}

function checkPlaces(subject: BlockSubject, { templates, path }: TextFact, issues: Finding[]): void {
  const { block, wide } = subject
  let secrets: Set<string> | null = null
  for (const { locale, template } of templates) {
    placeIssues(subject, template, { path, locale }, issues)
    for (const { name } of template.names)
      if (wide.variables.get(name)?.secret) secrets = (secrets ?? new Set()).add(name)
  }
  for (const name of secrets ?? []) {
    const words = unsaid('text/secret', { block: named(block), name })
    issues.push({ code: 'text/secret', severity: 'warning', ...words, record: block.id, path })
  }
}
