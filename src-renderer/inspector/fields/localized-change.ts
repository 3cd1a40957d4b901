import type { Localized } from '../../../src-shared/document/localized.ts'

/**
 * Texts with one language's text changed. An emptied text of another language than the bot's first goes away, so that
 * the first one's is shown again (requirements.md NHN-22).
 */
export function withLocale<T extends string | readonly string[]>(
  texts: Localized<T>,
  locale: string,
  text: T,
  locales: readonly string[],
): Record<string, T> {
  const { [locale]: _, ...others } = texts
  return text.length === 0 && locale !== locales[0] ? others : { ...texts, [locale]: text }
}
