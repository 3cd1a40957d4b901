import type { TFunction } from 'i18next'

/** What was done, in words; newer engines may have done what this program has no word for. */
export function didInWords(t: TFunction, action: string): string {
  return t(`audit.did.${action.replaceAll('.', '_')}`, { defaultValue: action })
}
