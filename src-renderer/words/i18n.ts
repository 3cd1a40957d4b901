import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type Language, type LanguageChoice, languageOf } from '../../src-shared/kit/languages.ts'
import type { Sentences } from '../../src-shared/kit/say.ts'
import { en as englishSentences } from '../../src-shared/kit/sentences/en.ts'
import { en } from './en.ts'
import { speakSentences } from './sentences.ts'
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
const TRANSLATIONS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<[Translated, Sentences]>>> = {
  'pt-BR': async () => {
    const sentences = import('../../src-shared/kit/sentences/pt-BR.ts')
    return [(await import('./pt-BR.ts')).ptBR, (await sentences).ptBR]
  },
  es: async () => {
    const sentences = import('../../src-shared/kit/sentences/es.ts')
    return [(await import('./es.ts')).es, (await sentences).es]
  },
}

let wanted: Language = 'en'

/** Shows every word in the chosen language from now on; the one chosen last wins. */
export async function speak(choice: LanguageChoice): Promise<void> {
  const language = languageOf(choice, navigator.languages)
  wanted = language
  const [words, sentences] = language === 'en' ? [en, englishSentences] : await TRANSLATIONS[language]()
  if (wanted !== language || i18next.language === language) return
  if (!i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', withPlurals(words))
  speakSentences(sentences)
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}
