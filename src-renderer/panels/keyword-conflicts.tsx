import type { KeywordId } from '../../src-shared/document/ids.ts'
import type { MatchMode } from '../../src-shared/document/records.ts'
import { keywordConflicts } from '../../src-shared/lint/keyword-conflicts.ts'
import { FieldMessage } from '../inspector/fields/field-message.tsx'
import { useDocument } from '../state/edits.ts'
import { inWords } from '../words/sentences.ts'

type Props = Readonly<{ id: KeywordId | null; text: string; match: MatchMode; locale: string | null }>

/** What a keyword collides with: another keyword, or a word that always acts (NHN-29). */
export function KeywordConflicts({ id, text, match, locale }: Props) {
  const document = useDocument()
  if (!document) return null
  return keywordConflicts(document, { id, text, match, locale }).map(conflict => (
    <FieldMessage key={conflict.message} severity="warning" message={inWords(conflict)} />
  ))
}
