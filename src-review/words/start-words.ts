import i18next, { type TFunction } from 'i18next'
import { en } from './en.ts'
import { es } from './es.ts'
import { ptBR } from './pt-BR.ts'

const LANGUAGES: Readonly<Record<string, typeof en>> = { en, es, 'pt-BR': ptBR }

/** Words in the browser's language, where the app speaks it. */
export function startWords(languages: readonly string[]): TFunction {
  const known = Object.keys(LANGUAGES)
  const near = (language: string) =>
    known.find(each => each === language) ?? known.find(each => each.split('-')[0] === language.split('-')[0])
  void i18next.init({
    lng: languages.map(near).find(found => found !== undefined) ?? 'en',
    fallbackLng: 'en',
    resources: Object.fromEntries(
      Object.entries(LANGUAGES).map(([language, translation]) => [language, { translation }]),
    ),
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return i18next.t
}
