import type { TFunction } from 'i18next'

/** As in the schema of src-shared/document/records.ts. */
const MAX_KEYWORD = 80

/** What keeps a text from being a keyword, or null. */
export function keywordTextProblem(t: TFunction, text: string): string | null {
  const { length } = text.trim()
  if (length === 0) return t('keywords.needed')
  return length > MAX_KEYWORD ? t('keywords.tooLong', { count: MAX_KEYWORD }) : null
}
