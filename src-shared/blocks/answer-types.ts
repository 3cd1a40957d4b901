import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { decimalSign } from '../expression/format-value.ts'
import type { Value, ValueType } from '../kit/value.ts'

/** What a question can ask for (requirements.md NHN-17, single line). */
export const ANSWER_TYPES = ['text', 'number', 'email', 'phone', 'date', 'time', 'currency'] as const
export type AnswerType = (typeof ANSWER_TYPES)[number]

/** The type of variable an answer fits into. */
export const ANSWER_VALUE_TYPE: Readonly<Record<AnswerType, ValueType>> = {
  text: 'text',
  number: 'number',
  email: 'text',
  phone: 'text',
  date: 'date',
  time: 'text',
  currency: 'number',
}

/** Bounds: of the number, of the text's length, or of the date (`YYYY-MM-DD`). */
export type AnswerRule = Readonly<{
  answer: AnswerType
  min: number | null
  max: number | null
  earliest: string | null
  latest: string | null
}>

export type AnswerContext = Readonly<{ locale: string; country: string | null; now: number }>

/** Reads what a customer typed as the asked-for type; null when it is not one, or outside the bounds. */
export function readAnswer(text: string, rule: AnswerRule, context: AnswerContext): Value {
  const typed = text.trim()
  switch (rule.answer) {
    case 'text':
      return typed !== '' && within([...typed].length, rule) ? typed : null
    case 'number': {
      const number = readNumber(typed, context.locale)
      return number !== null && within(number, rule) ? number : null
    }
    case 'email':
      return EMAIL.test(typed) ? typed : null
    case 'phone':
      return readPhone(typed, context.country)
    case 'date': {
      const date = readDate(typed, context)
      const fits =
        date !== null && (!rule.earliest || date >= rule.earliest) && (!rule.latest || date <= rule.latest)
      return fits ? date : null
    }
    case 'time':
      return readTime(typed)
    case 'currency': {
      const amount = readAmount(typed, context.locale)
      return amount !== null && within(amount, rule) ? amount : null
    }
  }
}

function within(amount: number, { min, max }: AnswerRule): boolean {
  return (min === null || amount >= min) && (max === null || amount <= max)
}

/** One @, a dotted domain, no white space; bounded so that it cannot backtrack for long (RFC 5321: 254 characters). */
const EMAIL =
  /^(?=.{3,254}$)[^\s@]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,63}$/u

/** E.164, such as +5511987654321 (requirements.md D-07). */
function readPhone(typed: string, country: string | null): string | null {
  if (typed.length > 40) return null
  const phone = parsePhoneNumberFromString(typed, {
    defaultCountry: (country ?? undefined) as never,
    extract: false,
  })
  return phone?.isPossible() ? phone.number : null
}

const DIGITS = /^\d{1,15}$/
const PLAIN_NUMBER = /^[+-]?(\d{1,15}|\d{1,3}(\.\d{3}){1,4}|\d{1,3}(,\d{3}){1,4})([.,]\d{1,10})?$/

/** Digits of any script, with the locale's decimal sign: `1.234,5` is 1234.5 in pt-BR. */
export function readNumber(typed: string, locale: string): number | null {
  if (DIGITS.test(typed)) return Number(typed)
  const text = asciiDigits(typed.replace(/\s/g, ''))
  if (!PLAIN_NUMBER.test(text)) return null
  const decimal = decimalSign(locale)
  const grouping = decimal === ',' ? '.' : ','
  const parts = text.split(decimal)
  if (parts.length > 2) return null
  const [whole = '', fraction] = parts
  if (fraction?.includes(grouping)) return null
  const groups = whole.replace(/^[+-]/, '').split(grouping)
  const grouped = groups.length === 1 || groups.slice(1).every(group => group.length === 3)
  // A single foreign sign can only be a decimal one when what follows is no group of three: "1.5" typed in pt-BR.
  if (!grouped)
    return groups.length === 2 && fraction === undefined ? Number(whole.replace(grouping, '.')) : null
  return Number(`${whole.split(grouping).join('')}${fraction === undefined ? '' : `.${fraction}`}`)
}

/** Decimal digits of every script as ASCII ones: blocks of ten in Unicode begin at a digit with value zero. */
export function asciiDigits(text: string): string {
  return /[^\p{ASCII}]/u.test(text)
    ? text.replace(/\p{Nd}/gu, digit => String(digitValue(digit.codePointAt(0) ?? 0)))
    : text
}

function digitValue(code: number): number {
  let zero = code
  while (zero > code - 10 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return (code - zero) % 10
}

const DATE_ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const DATE_LOCAL = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/

/** `YYYY-MM-DD`, or day and month in the locale's order. Two-digit years lie in 1950…2049. */
export function readDate(typed: string, { locale }: Pick<AnswerContext, 'locale'>): string | null {
  const text = asciiDigits(typed)
  const iso = DATE_ISO.exec(text)
  if (iso) return validDate(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const local = DATE_LOCAL.exec(text)
  if (!local) return null
  const [first, second, year] = [Number(local[1]), Number(local[2]), Number(local[3])]
  const fullYear = (local[3]?.length ?? 0) === 4 ? year : year + (year < 50 ? 2000 : 1900)
  return MONTH_FIRST.has(locale) ? validDate(fullYear, first, second) : validDate(fullYear, second, first)
}

/** Unicode CLDR: of the locales that write day and month as numbers, these put the month first. */
const MONTH_FIRST = new Set(['en', 'en-US', 'en-PH', 'es-PA', 'es-PR', 'fil', 'sw-US'])

function validDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return same ? date.toISOString().slice(0, 10) : null
}

const CLOCK = /^(\d{1,2})\s?(?:([:.h])\s?([0-5]\d)?)?\s?(?:min)?\s?([ap]\.?\s?m\.?)?$/i

/** `14:30`, `14h30`, `14h` or `2:30 pm`, as `HH:MM`; an hour alone needs its `h` or `pm` to be a time. */
export function readTime(typed: string): string | null {
  if (typed.length > 20) return null
  const found = CLOCK.exec(asciiDigits(typed).trim())
  if (!found) return null
  const [, hours, sign = '', minutes, half] = found
  const hour = Number(hours)
  if (half === undefined) {
    const isTime = hour <= 23 && (minutes !== undefined || sign.toLowerCase() === 'h')
    return isTime ? clockTime(hour, minutes) : null
  }
  if (hour < 1 || hour > 12) return null
  return clockTime((hour % 12) + (/^p/i.test(half) ? 12 : 0), minutes)
}

function clockTime(hour: number, minutes = '00'): string {
  return `${String(hour).padStart(2, '0')}:${minutes}`
}

/** Signs and codes of currencies at either end, such as `R$`, `€` or `USD`; what is between them is the number. */
const MONEY = /^(?:[A-Z]{0,3}\p{Sc}|[A-Z]{3}(?=[\s\d]))?\s?([+-]?[\d.,\s]+)(?:\p{Sc}|(?<=[\s\d])[A-Z]{3})?$/iu
/** The most any currency has, such as the dinar of Kuwait. */
const MOST_DECIMALS = 3

/** An amount of money, with or without its currency, in the locale's way of writing numbers. */
export function readAmount(typed: string, locale: string): number | null {
  if (typed.length > 40) return null
  const written = MONEY.exec(asciiDigits(typed).trim())?.[1]
  const amount = written === undefined ? null : readNumber(written.trim(), locale)
  if (amount === null) return null
  const decimals = String(amount).split('.')[1]?.length ?? 0
  return decimals <= MOST_DECIMALS ? amount : null
}
