/** The word on the control that opens a list, where the bot gives none. */
const OPTIONS: Readonly<Record<string, string>> = {
  ar: 'الخيارات',
  de: 'Auswahl',
  en: 'Options',
  es: 'Opciones',
  fr: 'Options',
  hi: 'विकल्प',
  it: 'Opzioni',
  pt: 'Opções',
}

const ENGLISH = 'Options'

export function listTitleIn(locale: string): string {
  return OPTIONS[languageOf(locale)] ?? ENGLISH
}

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set([
  'ar',
  'fa',
  'he',
  'ur',
  'ps',
  'sd',
  'ug',
  'yi',
  'dv',
  'ckb',
])

/** The direction a language is read in (requirements.md NHN-22). */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(languageOf(locale)) ? 'rtl' : 'ltr'
}

function languageOf(locale: string): string {
  return locale.split('-')[0]?.toLowerCase() ?? ''
}
