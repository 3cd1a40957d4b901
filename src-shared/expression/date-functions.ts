import type { Value } from '../kit/value.ts'
import { toNumber, toText } from './evaluation.ts'
import { ExpressionError } from './expression-error.ts'
import type { CallPlace, FunctionSpec } from './function-spec.ts'

const DAY_MS = 86_400_000
const date = { name: 'date', type: 'date' } as const

/** Dates are texts `YYYY-MM-DD`; days are UTC days. */
export const dateFunctions = {
  TODAY: {
    parameters: [],
    returns: 'date',
    summary: 'The date of today.',
    examples: [{ source: 'TODAY()', result: '2026-03-01' }],
    run: (_, { context }) => isoDay(context.now),
  },
  NOW: {
    parameters: [],
    returns: 'text',
    summary: 'The present moment in UTC; the functions for dates read its day.',
    examples: [
      { source: 'NOW()', result: '2026-03-01T12:00:00Z' },
      { source: 'DAY(NOW())', result: 1 },
    ],
    run: (_, { context }) => `${new Date(context.now).toISOString().slice(0, 19)}Z`,
  },
  YEAR: {
    parameters: [date],
    returns: 'number',
    summary: 'The year of a date.',
    examples: [{ source: 'YEAR("2026-03-01")', result: 2026 }],
    run: ([value = null], place) => dayOf(value, place).getUTCFullYear(),
  },
  MONTH: {
    parameters: [date],
    returns: 'number',
    summary: 'The month of a date, 1 to 12.',
    examples: [{ source: 'MONTH("2026-03-01")', result: 3 }],
    run: ([value = null], place) => dayOf(value, place).getUTCMonth() + 1,
  },
  DAY: {
    parameters: [date],
    returns: 'number',
    summary: 'The day of the month, 1 to 31.',
    examples: [{ source: 'DAY("2026-03-01")', result: 1 }],
    run: ([value = null], place) => dayOf(value, place).getUTCDate(),
  },
  WEEKDAY: {
    parameters: [date],
    returns: 'number',
    summary: 'The day of the week: 1 is Monday, 7 is Sunday.',
    examples: [{ source: 'WEEKDAY("2026-03-01")', result: 7 }],
    run: ([value = null], place) => dayOf(value, place).getUTCDay() || 7,
  },
  ADDDAYS: {
    parameters: [date, { name: 'days', type: 'number' }],
    returns: 'date',
    summary: 'The date so many days later, or earlier with a negative number.',
    examples: [{ source: 'ADDDAYS("2026-02-27", 3)', result: '2026-03-02' }],
    run: ([value = null, days = 0], place) => later(dayOf(value, place), toNumber(days, place.at), place),
  },
  DATEDIF: {
    parameters: [
      { name: 'from', type: 'date' },
      { name: 'to', type: 'date' },
      { name: 'unit', type: 'text', optional: true },
    ],
    returns: 'number',
    summary: 'Whole days between two dates; with "M" whole months, with "Y" whole years.',
    examples: [
      { source: 'DATEDIF("2026-02-01", "2026-03-01")', result: 28 },
      { source: 'DATEDIF("2008-03-02", TODAY(), "Y")', result: 17 },
    ],
    run: ([from = null, to = null, unit = 'D'], place) =>
      difference(dayOf(from, place), dayOf(to, place), toText(unit), place),
  },
} satisfies Record<string, FunctionSpec>

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

function dayOf(value: Value, { at }: CallPlace): Date {
  const written = /^(\d{4})-(\d{2})-(\d{2})(?![^T ])/.exec(toText(value))
  const day = new Date(Date.UTC(Number(written?.[1]), Number(written?.[2]) - 1, Number(written?.[3])))
  if (written && day.toISOString().slice(0, 10) === written[0]) return day
  throw new ExpressionError(
    'expression/type',
    at,
    `“${toText(value).slice(0, 40)}” is not a date such as 2026-12-31.`,
  )
}

function later(day: Date, days: number, { at }: CallPlace): string {
  const time = day.getTime() + Math.trunc(days) * DAY_MS
  if (Math.abs(time) <= 8e15 && time >= Date.UTC(0, 0, 1) && time < Date.UTC(10_000, 0, 1))
    return isoDay(time)
  throw new ExpressionError('expression/type', at, 'The date lies outside the years 1900 to 9999.')
}

function difference(from: Date, to: Date, unit: string, place: CallPlace): number {
  // Whole months back are counted as whole months forth: 15 March to 1 March is none.
  if (to < from) return 0 - difference(to, from, unit, place)
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth()
  const whole = to.getUTCDate() < from.getUTCDate() ? months - 1 : months
  switch (unit.toUpperCase()) {
    case 'D':
      return Math.round((to.getTime() - from.getTime()) / DAY_MS)
    case 'M':
      return whole
    case 'Y':
      return Math.floor(whole / 12)
    default:
      throw new ExpressionError('expression/arguments', place.at, 'The unit is "D", "M" or "Y".')
  }
}
