import i18next from 'i18next'

/** A number as the language of the interface writes it: 1,500 in English, 1.500 in Portuguese. */
export function showNumber(number: number): string {
  return number.toLocaleString(i18next.language)
}
