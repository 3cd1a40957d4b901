import type { TFunction } from 'i18next'
import type { Value } from '../../src-shared/kit/value.ts'

/** A value as people read it. */
export function valueText(value: Value, t: TFunction): string {
  if (value === null || value === '') return t('people.empty')
  if (typeof value === 'boolean') return t(value ? 'people.yes' : 'people.no')
  return typeof value === 'object' ? value.join(', ') : String(value)
}
