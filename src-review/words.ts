import i18next, { type TFunction } from 'i18next'
import { blocks } from '../src-renderer/words/en/blocks.ts'
import { botSettings } from '../src-renderer/words/en/bot-settings.ts'
import { canvas } from '../src-renderer/words/en/canvas.ts'
import { reviewPage } from '../src-renderer/words/en/review-page.ts'
import { simulator } from '../src-renderer/words/en/simulator.ts'
import { steps } from '../src-renderer/words/en/steps.ts'

/** The areas of words the page uses; the app has them all. */
const WORDS = { en: { blocks, botSettings, canvas, reviewPage, simulator, steps } }

/** Words in the browser's language, where the app speaks it. */
export function startWords(languages: readonly string[]): TFunction {
  const known = Object.keys(WORDS)
  const near = (language: string) =>
    known.find(each => each === language) ?? known.find(each => each.split('-')[0] === language.split('-')[0])
  void i18next.init({
    lng: languages.map(near).find(found => found !== undefined) ?? 'en',
    fallbackLng: 'en',
    resources: Object.fromEntries(
      Object.entries(WORDS).map(([language, translation]) => [language, { translation }]),
    ),
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return i18next.t
}
