import i18next, { type TFunction } from 'i18next'
import { languageName } from '../../src-renderer/inspector/fields/language-name.ts'
import { fieldLabel } from '../../src-renderer/texts/field-label.ts'
import { numberedPath } from '../../src-shared/compare/place-words.ts'
import type { BotDocRecord } from '../../src-shared/document/records.ts'

/** A text as the forms of the window call it, with its language where one is meant: "Option 2 · English". */
export function placeOfText(
  t: TFunction,
  record: BotDocRecord,
  path: readonly string[],
  locale: string | null,
): string {
  const steps = numberedPath(path, locale, [record]).filter((step, at) => at > 0 || step !== 'data')
  const field = fieldLabel(t, { path: steps })
  return locale === null
    ? field
    : t('reviewPage.comments.inText', { name: field, text: languageName(locale, i18next.language) })
}
