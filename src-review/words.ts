import i18next, { type TFunction } from 'i18next'
import { en } from '../src-renderer/words/en.ts'
import { es } from '../src-renderer/words/es.ts'
import { ptBR } from '../src-renderer/words/pt-BR.ts'

const LANGUAGES: Readonly<Record<string, typeof en>> = { en, es, 'pt-BR': ptBR }

/** Words in the browser's language, where the app speaks it. */
export function startWords(languages: readonly string[]): TFunction {
  const known = Object.keys(LANGUAGES)
  const near = (language: string) =>
    known.find(each => each === language) ?? known.find(each => each.split('-')[0] === language.split('-')[0])
  const lng = languages.map(near).find(found => found !== undefined) ?? 'en'
  void i18next.init({
    ...{ lng, fallbackLng: 'en' },
    resources: Object.fromEntries([...new Set(['en', lng])].map(name => [name, { translation: areasOf(name) }])),
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return i18next.t
}

/** The areas the page uses; those of the window alone do not get into the file. */
function areasOf(language: string): object {
  const { blocks, botSettings, canvas, reviewPage, simulator, steps } = LANGUAGES[language] ?? en
  return { blocks, botSettings, canvas, reviewPage, simulator, steps }
}
