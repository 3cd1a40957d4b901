import { ENGLISH } from './english.ts'
import { type Language, wordSet } from './language.ts'
import { PORTUGUESE } from './portuguese.ts'
import { SPANISH } from './spanish.ts'

const NONE = wordSet('')
/** Any other language: its words as they are. */
const OTHER: Language = {
  stem: word => word,
  small: NONE,
  asking: NONE,
  negating: NONE,
  wanting: NONE,
  apostrophes: false,
}
const LANGUAGES: ReadonlyMap<string, Language> = new Map([
  ['en', ENGLISH],
  ['pt', PORTUGUESE],
  ['es', SPANISH],
])

/** What is known of the language of a locale such as `pt-BR`. */
export function languageOf(locale: string): Language {
  return LANGUAGES.get(primaryOf(locale)) ?? OTHER
}

/** The language of a locale without its region: `pt` for `pt-BR`. */
export function primaryOf(locale: string): string {
  return locale.split(/[-_]/)[0]?.toLowerCase() ?? ''
}
