import type { Value } from '../kit/value.ts'
import { roundTo15 } from './normalise-number.ts'

/** A value as people read it: no exponents and no float noise; numbers with the locale's decimal sign, not grouped. */
export function formatValue(value: Value, locale = 'en'): string {
  if (typeof value === 'string') return value
  if (value === null) return ''
  if (typeof value === 'number') return formatNumber(value, locale)
  if (typeof value === 'boolean') return String(value)
  return value.map(item => formatValue(item, locale)).join(', ')
}

/** Nearly every number is written by JavaScript as it should be, but for the sign; only huge and tiny ones ask Intl. */
function formatNumber(value: number, locale: string): string {
  if (Number.isSafeInteger(value)) return String(value)
  const rounded = roundTo15(value)
  const written = String(rounded)
  // The largest number there is would round to infinity.
  const plain = /[ey]/.test(written) ? withoutExponent(Number.isFinite(rounded) ? rounded : value) : written
  const sign = decimalSign(locale)
  return sign === '.' ? plain : plain.replace('.', sign)
}

let exact: Intl.NumberFormat | null = null

function withoutExponent(value: number): string {
  exact ??= new Intl.NumberFormat('en', { useGrouping: false, maximumSignificantDigits: 15 })
  return exact.format(value)
}

const SIGNS = new Map<string, string>()

/** The sign between whole and fraction: a comma in pt-BR. A locale that is unknown or no locale at all has a dot. */
export function decimalSign(locale: string): string {
  const known = SIGNS.get(locale)
  if (known !== undefined) return known
  const sign = isLocale(locale) ? signOf(locale) : '.'
  SIGNS.set(locale, sign)
  return sign
}

function isLocale(locale: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale).length > 0
  } catch {
    return false
  }
}

function signOf(locale: string): string {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(1.5)
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.'
}
