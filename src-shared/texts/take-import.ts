import type { BotDocument } from '../document/bot-document.ts'
import type { Changes } from '../edit/edit.ts'
import { ok, type Result } from '../kit/result.ts'
import type { ReviewRow } from './review-import.ts'
import { setTexts } from './set-texts.ts'
import { withMarks } from './translation-marks.ts'

/**
 * Writes the chosen texts of a file, all in one step. A translation of a source that has changed since is taken as what
 * it is: an outdated one.
 */
export function takeImport(document: BotDocument, taken: readonly ReviewRow[]): Result<Changes> {
  const written = setTexts(document, taken)
  if (!written.ok) return written
  const source = document.bot.locales[0] ?? 'en'
  const late = taken.flatMap(({ record, key, locale, madeFrom }) =>
    madeFrom === null ? [] : [{ record, key, locale, from: { locale: source, hash: madeFrom } }],
  )
  return ok(withMarks(document, written.value, late))
}
