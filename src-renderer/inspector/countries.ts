import { getCountries, getCountryCallingCode } from 'libphonenumber-js/min'
import type { Choice } from './fields/choices.ts'

/** A country's name in the interface's language; its code where it has none. */
export function countryName(code: string, interfaceLocale: string): string {
  return new Intl.DisplayNames([interfaceLocale], { type: 'region' }).of(code) ?? code
}

/** Every country with phone numbers, by name. */
export function countryChoices(interfaceLocale: string): readonly Choice[] {
  const countries = getCountries().map(code => ({
    value: code,
    label: countryName(code, interfaceLocale),
    hint: `${code} · +${getCountryCallingCode(code)}`,
  }))
  return countries.sort((a, b) => a.label.localeCompare(b.label))
}
