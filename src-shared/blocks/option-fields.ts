import { z } from 'zod'
import { localizedText, localizedWords, requiredText } from '../document/field-types.ts'
import { localIdSchema } from '../document/ids.ts'
import { inLocale, type Localized } from '../document/localized.ts'
import { unsaid } from '../kit/say.ts'
import type { CheckContext, KindFinding } from './kind.ts'

/** A menu longer than this cannot be read by anyone. */
export const MAX_OPTIONS = 100

/** What a customer can choose: by its number, its label, a synonym, or its button (requirements.md NHN-06). */
export const optionField = z.strictObject({
  id: localIdSchema,
  label: requiredText,
  synonyms: localizedWords,
  /** A second line, where a channel has one. */
  description: localizedText.optional(),
})

export type OptionData = Readonly<{
  id: string
  label: Localized
  synonyms?: Localized<readonly string[]>
  description?: Localized | undefined
}>

/** requirements.md NHN-06: two options that read alike cannot both be meant. `code` names the finding. */
export function repeatedLabels(
  options: readonly OptionData[],
  code: string,
  { locales, normalise }: CheckContext,
): readonly KindFinding[] {
  return locales.flatMap(locale => {
    const seen = new Map<string, number>()
    return options.flatMap(({ label }, index): readonly KindFinding[] => {
      const text = inLocale(label, locale, locales) ?? ''
      const normal = normalise(text)
      if (normal === '') return []
      const first = seen.get(normal)
      seen.set(normal, first ?? index)
      if (first === undefined) return []
      const words = unsaid('options/repeated-label', { first: first + 1, second: index + 1, text, locale })
      return [{ code, severity: 'error', ...words, path: ['options', index, 'label'] }]
    })
  })
}
