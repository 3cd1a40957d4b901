/** The languages Parley speaks to the people who work with it (requirements.md KAR-24); English is always there. */
export const LANGUAGES = ['en', 'pt-BR', 'es'] as const
export type Language = (typeof LANGUAGES)[number]

/** A language of the above, or whatever the system speaks. */
export const LANGUAGE_CHOICES = ['system', ...LANGUAGES] as const
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number]

/**
 * The language to speak: the chosen one, else the first of the system's (BCP 47, the liked ones first) that is known.
 * A relative is understood better than nothing: all Portuguese is answered in pt-BR, all Spanish in es.
 */
export function languageOf(choice: LanguageChoice, systems: readonly string[]): Language {
  if (choice !== 'system') return choice
  for (const system of systems) {
    const [tongue = ''] = system.toLowerCase().split(/[-_]/)
    const known = LANGUAGES.find(language => language.split('-')[0] === tongue)
    if (known) return known
  }
  return 'en'
}
