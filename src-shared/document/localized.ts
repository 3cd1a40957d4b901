import { z } from 'zod'

/** A BCP 47 language tag, such as `en` or `pt-BR`. */
export const localeSchema = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/, 'expected a language tag such as en or pt-BR')

/** No text a bot shows comes near this; it keeps a pasted book from becoming a block. Characters. */
export const MAX_TEXT_LENGTH = 20_000

export const textSchema = z.string().max(MAX_TEXT_LENGTH, `texts hold at most ${MAX_TEXT_LENGTH} characters`)

/** A text in every language it was written in: `{ en: 'Hello', 'pt-BR': 'Olá' }`. */
export type Localized<T = string> = Readonly<Record<string, T>>

/**
 * The text in a locale: itself, then its language, then the bot's locales in order, then whatever there is
 * (requirements.md NHN-22: missing text falls back).
 */
export function inLocale<T>(texts: Localized<T>, locale: string, fallback: readonly string[]): T | undefined {
  const exact = texts[locale]
  if (exact !== undefined) return exact
  const language = texts[locale.split('-')[0] ?? locale]
  if (language !== undefined) return language
  for (const other of fallback) {
    const text = texts[other]
    if (text !== undefined) return text
  }
  return Object.values(texts)[0]
}
