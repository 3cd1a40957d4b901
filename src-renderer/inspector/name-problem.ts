import type { TFunction } from 'i18next'

/** 1 to 64 characters, as in the schema of src-shared/document/records.ts (NHN-09). */
const MAX_NAME = 64

/** What is wrong with the name of a bot or flow, or null. */
export function nameProblem(t: TFunction, name: string): string | null {
  const length = name.trim().length
  if (length === 0) return t('inspector.field.nameNeeded')
  return length > MAX_NAME ? t('inspector.field.atMost', { count: MAX_NAME }) : null
}
