import { inLocale, type Localized } from '../document/localized.ts'

/** A text in the languages Parley can begin a bot in, by language as in src-shared/blocks/built-in-words.ts. */
export type Words<T = string> = Readonly<{ en: T; pt: T; es: T }>

export function words<T>(en: T, pt: T, es: T): Words<T> {
  return { en, pt, es }
}

/** The words in a locale; English where its language is not one of these. */
export function wordsIn<T>(all: Words<T>, locale: string): T {
  return inLocale<T>(all, locale, ['en']) ?? all.en
}

/** The words in each of a bot's locales. */
export function localizedWords<T>(all: Words<T>, locales: readonly string[]): Localized<T> {
  return Object.fromEntries(locales.map(locale => [locale, wordsIn(all, locale)]))
}
