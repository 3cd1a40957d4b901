import type { BotDocument } from '../document/bot-document.ts'
import type { KeywordId } from '../document/ids.ts'
import type { KeywordRecord } from '../document/records.ts'
import { say, type Words } from '../kit/say.ts'
import { normaliseText } from '../runtime/normalise-text.ts'
import { TOKEN_VARIABLES } from './token-variables.ts'

type Candidate = Readonly<{ id: KeywordId | null } & Pick<KeywordRecord, 'text' | 'match' | 'locale'>>

/** What stands against a keyword, in sentences; asked while it is typed (requirements.md NHN-29). */
export function keywordConflicts(document: BotDocument, candidate: Candidate): readonly Words[] {
  const normal = normaliseText(candidate.text)
  if (normal === '') return []
  const conflicts: Words[] = []
  const token = tokenNamed(document, normal)
  if (token) conflicts.push(say('keyword/always-token', { name: candidate.text, token }))
  for (const other of document.all('keyword')) {
    if (other.id === candidate.id || !meetsLocale(other.locale, candidate.locale)) continue
    if (normaliseText(other.text) === normal)
      conflicts.push(say('keyword/taken', { name: other.text, locale: other.locale }))
  }
  return conflicts
}

function tokenNamed(document: BotDocument, normal: string): string | null {
  return (
    TOKEN_VARIABLES.find(
      name => normaliseText(String(document.variableNamed(name)?.initial ?? '')) === normal,
    ) ?? null
  )
}

/** Keywords of two different languages live side by side; one of any language meets all. */
export function meetsLocale(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b
}
