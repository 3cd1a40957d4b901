import type { Value } from '../kit/value.ts'
import { add, roundDecimal } from './decimal-arithmetic.ts'
import { finite, toNumber } from './evaluation.ts'
import { ExpressionError } from './expression-error.ts'
import { decimalSign, formatValue } from './format-value.ts'
import type { CallPlace, FunctionSpec } from './function-spec.ts'

const number = { name: 'number', type: 'number' } as const
const numbers = { name: 'numbers', type: 'any', repeats: true } as const
const digits = { name: 'digits', type: 'number', optional: true } as const

export const numberFunctions = {
  ROUND: {
    parameters: [number, digits],
    returns: 'number',
    summary: 'Rounds to so many decimals, halves away from zero; without decimals to a whole number.',
    examples: [
      { source: 'ROUND(1.005, 2)', result: 1.01 },
      { source: 'ROUND(7.99 * 3 * (1 + 7.9 / 100), 2)', result: 25.86 },
      { source: 'ROUND(-2.5)', result: -3 },
    ],
    run: ([value = null, places = 0], { at }) => rounded(value, places, 'nearest', at),
  },
  FLOOR: {
    parameters: [number, digits],
    returns: 'number',
    summary: 'Rounds down.',
    examples: [{ source: 'FLOOR(2.9)', result: 2 }],
    run: ([value = null, places = 0], { at }) => rounded(value, places, 'down', at),
  },
  CEIL: {
    parameters: [number, digits],
    returns: 'number',
    summary: 'Rounds up.',
    examples: [{ source: 'CEIL(2.1)', result: 3 }],
    run: ([value = null, places = 0], { at }) => rounded(value, places, 'up', at),
  },
  ABS: {
    parameters: [number],
    returns: 'number',
    summary: 'The number without its sign.',
    examples: [{ source: 'ABS(-3)', result: 3 }],
    run: ([value = null], { at }) => Math.abs(toNumber(value, at)),
  },
  MIN: {
    parameters: [numbers],
    returns: 'number',
    summary: 'The smallest of the numbers, or of a list.',
    examples: [{ source: 'MIN(3, 1, 2)', result: 1 }],
    run: (values, place) => flat(values, place).reduce((a, b) => Math.min(a, b)),
  },
  MAX: {
    parameters: [numbers],
    returns: 'number',
    summary: 'The largest of the numbers, or of a list.',
    examples: [{ source: 'MAX([3, 1, 2])', result: 3 }],
    run: (values, place) => flat(values, place).reduce((a, b) => Math.max(a, b)),
  },
  SUM: {
    parameters: [numbers],
    returns: 'number',
    summary: 'All numbers added up.',
    examples: [{ source: 'SUM(0.1, 0.2)', result: 0.3 }],
    run: (values, place) => finite(flat(values, place).reduce(add), place.at),
  },
  FIXED: {
    parameters: [number, { name: 'digits', type: 'number' }],
    returns: 'text',
    summary: 'The number as text with exactly so many decimals, as amounts of money are written.',
    examples: [{ source: 'FIXED(48.6, 2)', result: '48.60' }],
    run: ([value = null, places = 2], { at, context }) =>
      fixed(toNumber(value, at), placesOf(places, at), context.locale ?? 'en'),
  },
  NUMBER: {
    parameters: [{ name: 'value', type: 'any' }],
    returns: 'number',
    summary: 'A text as a number.',
    examples: [{ source: 'NUMBER("12.5")', result: 12.5 }],
    run: ([value = null], { at }) => toNumber(value, at),
  },
} satisfies Record<string, FunctionSpec>

function flat(values: readonly Value[], { at }: CallPlace): number[] {
  const all = values.flatMap(value => (Array.isArray(value) ? value : [value]) as readonly Value[])
  if (all.length === 0) throw new ExpressionError('expression/arguments', at, 'The list is empty.')
  return all.map(value => toNumber(value, at))
}

type Span = Readonly<{ start: number; end: number }>

function placesOf(value: Value, at: Span): number {
  const places = toNumber(value, at)
  if (Number.isInteger(places) && Math.abs(places) <= 15) return places
  throw new ExpressionError('expression/arguments', at, 'Decimals are a whole number from -15 to 15.')
}

function rounded(value: Value, places: Value, way: 'nearest' | 'down' | 'up', at: Span): number {
  return finite(roundDecimal(toNumber(value, at), placesOf(places, at), way), at)
}

/** Rounded as ROUND does, then filled up with zeros. */
function fixed(value: number, places: number, locale: string): string {
  const digits = Math.max(0, places)
  const written = roundDecimal(value, digits, 'nearest')
  // toFixed writes an exponent from 1e21 on; plus 0 keeps a rounded -0.001 from becoming -0.00.
  const text = Math.abs(written) < 1e21 ? (written + 0).toFixed(digits) : formatValue(written)
  return text.replace('.', decimalSign(locale))
}
