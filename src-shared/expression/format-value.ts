import type { Value } from '../kit/value.ts'

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
  const plain = String(value)
  if (plain.includes('e')) return new Intl.NumberFormat(locale, EXACT).format(value)
  if (Number.isInteger(value)) return plain
  const sign = decimalSign(locale)
  return sign === '.' ? plain : plain.replace('.', sign)
}

const EXACT = { useGrouping: false, maximumSignificantDigits: 15, numberingSystem: 'latn' } as const
const SIGNS = new Map<string, string>()

/** The sign between whole and fraction: a comma in pt-BR. An unknown locale falls back as Intl does. */
export function decimalSign(locale: string): string {
  const known = SIGNS.get(locale)
  if (known !== undefined) return known
  const sign = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).format(1.5).charAt(1)
  SIGNS.set(locale, sign)
  return sign
}
