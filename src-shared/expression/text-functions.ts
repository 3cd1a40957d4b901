import type { Value } from '../kit/value.ts'
import { allowText, spendText, toNumber, toText } from './evaluation.ts'
import { ExpressionError } from './expression-error.ts'
import type { CallPlace, FunctionSpec } from './function-spec.ts'

const text = { name: 'text', type: 'text' } as const
const count = { name: 'count', type: 'number' } as const

/** Lengths and positions count code points: an emoji of one code point is one character. */
export const textFunctions = {
  LEN: {
    parameters: [text],
    returns: 'number',
    summary: 'How many characters a text has.',
    examples: [{ source: 'LEN("João")', result: 4 }],
    run: ([value = null], place) => lengthOf(read(value, place)),
  },
  UPPER: {
    parameters: [text],
    returns: 'text',
    summary: 'The text in capitals.',
    examples: [{ source: 'UPPER("olá")', result: 'OLÁ' }],
    run: ([value = null], place) => out(read(value, place).toUpperCase(), place),
  },
  LOWER: {
    parameters: [text],
    returns: 'text',
    summary: 'The text in small letters.',
    examples: [{ source: 'LOWER("OLÁ")', result: 'olá' }],
    run: ([value = null], place) => out(read(value, place).toLowerCase(), place),
  },
  TRIM: {
    parameters: [text],
    returns: 'text',
    summary: 'The text without white space at both ends.',
    examples: [{ source: 'TRIM("  hi ")', result: 'hi' }],
    run: ([value = null], place) => out(read(value, place).trim(), place),
  },
  LEFT: {
    parameters: [text, { ...count, optional: true }],
    returns: 'text',
    summary: 'The first characters; without a count, one.',
    examples: [{ source: 'LEFT("hospital", 4)', result: 'hosp' }],
    run: ([value = null, amount = 1], place) =>
      out(characters(read(value, place), 0, amountOf(amount, place)), place),
  },
  RIGHT: {
    parameters: [text, { ...count, optional: true }],
    returns: 'text',
    summary: 'The last characters; without a count, one.',
    examples: [{ source: 'RIGHT("hospital", 3)', result: 'tal' }],
    run: ([value = null, amount = 1], place) => {
      const whole = read(value, place)
      const length = lengthOf(whole)
      return out(characters(whole, Math.max(0, length - amountOf(amount, place)), length), place)
    },
  },
  MID: {
    parameters: [text, { name: 'from', type: 'number' }, count],
    returns: 'text',
    summary: 'Characters from the middle; the first is number 1.',
    examples: [{ source: 'MID("hospital", 4, 3)', result: 'pit' }],
    run: ([value = null, from = 1, amount = 0], place) => {
      const start = Math.max(0, amountOf(from, place) - 1)
      return out(characters(read(value, place), start, start + amountOf(amount, place)), place)
    },
  },
  CONCAT: {
    parameters: [{ name: 'values', type: 'any', repeats: true }],
    returns: 'text',
    summary: 'All values as one text.',
    examples: [{ source: 'CONCAT("Room ", 12)', result: 'Room 12' }],
    run: concat,
  },
  CONTAINS: {
    parameters: [
      { name: 'text', type: 'any' },
      { name: 'part', type: 'any' },
    ],
    returns: 'boolean',
    summary: 'Whether a text holds another, or a list holds a value; capitals matter.',
    examples: [
      { source: 'CONTAINS("hospital", "spit")', result: true },
      { source: 'CONTAINS(["a", "b"], "c")', result: false },
    ],
    run: ([whole = null, part = null], place) => contains(whole, part, place),
  },
  STARTSWITH: {
    parameters: [text, { name: 'beginning', type: 'text' }],
    returns: 'boolean',
    summary: 'Whether a text begins with another; capitals matter.',
    examples: [{ source: 'STARTSWITH("hospital", "hos")', result: true }],
    run: ([whole = null, part = null], place) => read(whole, place).startsWith(read(part, place)),
  },
  REPLACE: {
    parameters: [text, { name: 'part', type: 'text' }, { name: 'by', type: 'text' }],
    returns: 'text',
    summary: 'The text with every occurrence of a part replaced.',
    examples: [{ source: 'REPLACE("1.234", ".", ",")', result: '1,234' }],
    run: ([whole = null, part = null, by = null], place) =>
      replaceAll(read(whole, place), read(part, place), read(by, place), place),
  },
} satisfies Record<string, FunctionSpec>

/** An argument as text; reading it costs, so that many calls on one long text stay bounded. */
function read(value: Value, { context, at }: CallPlace): string {
  const written = toText(value)
  spendText(context, written.length, at)
  return written
}

function out(made: string, { context, at }: CallPlace): string {
  allowText(made.length, context, at)
  return made
}

/** Whole characters from one position to another; a character outside the basic plane is never cut in two. */
function characters(text: string, from: number, to: number): string {
  return [...text].slice(from, to).join('')
}

function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length += 1
  return length
}

function concat(values: readonly Value[], { context, at }: CallPlace): string {
  let made = ''
  for (const value of values) {
    const next = toText(value)
    allowText(made.length + next.length, context, at)
    made += next
  }
  return made
}

function contains(whole: Value, part: Value, place: CallPlace): boolean {
  const wanted = read(part, place)
  if (typeof whole === 'object' && whole !== null) return whole.some(item => toText(item) === wanted)
  return read(whole, place).includes(wanted)
}

function amountOf(value: Value, { at }: CallPlace): number {
  const amount = toNumber(value, at)
  if (Number.isInteger(amount) && amount >= 0) return amount
  throw new ExpressionError('expression/arguments', at, 'Counts and positions are whole numbers from 0.')
}

function replaceAll(whole: string, part: string, by: string, { context, at }: CallPlace): string {
  if (part === '') return whole
  const pieces = whole.split(part)
  allowText(whole.length + (pieces.length - 1) * (by.length - part.length), context, at)
  return pieces.join(by)
}
