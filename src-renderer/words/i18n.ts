import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type Language, type LanguageChoice, languageOf } from '../../src-shared/kit/languages.ts'
import { en } from './en.ts'
import type { Translated } from './translated.ts'
import { withPlurals } from './with-plurals.ts'

/** English is bundled: nothing is fetched for it, so it is there before the first picture, and what others lack is it. */
export function startWords(): void {
  void i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
}

/** Fetched by those who read them, so that the start of the others does not grow. */
const TRANSLATIONS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Translated>>> = {
  'pt-BR': async () => (await import('./pt-BR.ts')).ptBR,
  es: async () => (await import('./es.ts')).es,
}

let wanted: Language = 'en'

/** Shows every word in the chosen language from now on; the one chosen last wins. */
export async function speak(choice: LanguageChoice): Promise<void> {
  const language = languageOf(choice, navigator.languages)
  wanted = language
  if (language !== 'en' && !i18next.hasResourceBundle(language, 'translation')) {
    const words = await TRANSLATIONS[language]()
    i18next.addResourceBundle(language, 'translation', withPlurals(words))
  }
  if (wanted !== language || i18next.language === language) return
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}
