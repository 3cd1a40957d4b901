import type { Value } from '../kit/value.ts'
import { textOut, toNumber, toText } from './evaluation.ts'
import { ExpressionError } from './expression-error.ts'
import type { CallPlace, FunctionSpec } from './function-spec.ts'

const text = { name: 'text', type: 'text' } as const
const count = { name: 'count', type: 'number' } as const

/** Lengths and positions count characters as people see them in the source of most texts: code points. */
export const textFunctions = {
  LEN: {
    parameters: [text],
    returns: 'number',
    summary: 'How many characters a text has.',
    examples: [{ source: 'LEN("João")', result: 4 }],
    run: ([value = null]) => [...toText(value)].length,
  },
  UPPER: {
    parameters: [text],
    returns: 'text',
    summary: 'The text in capitals.',
    examples: [{ source: 'UPPER("olá")', result: 'OLÁ' }],
    run: ([value = null], place) => out(toText(value).toUpperCase(), place),
  },
  LOWER: {
    parameters: [text],
    returns: 'text',
    summary: 'The text in small letters.',
    examples: [{ source: 'LOWER("OLÁ")', result: 'olá' }],
    run: ([value = null], place) => out(toText(value).toLowerCase(), place),
  },
  TRIM: {
    parameters: [text],
    returns: 'text',
    summary: 'The text without white space at both ends.',
    examples: [{ source: 'TRIM("  hi ")', result: 'hi' }],
    run: ([value = null], place) => out(toText(value).trim(), place),
  },
  LEFT: {
    parameters: [text, { ...count, optional: true }],
    returns: 'text',
    summary: 'The first characters.',
    examples: [{ source: 'LEFT("hospital", 4)', result: 'hosp' }],
    run: ([value = null, amount = 1], place) =>
      out([...toText(value)].slice(0, amountOf(amount, place)).join(''), place),
  },
  RIGHT: {
    parameters: [text, { ...count, optional: true }],
    returns: 'text',
    summary: 'The last characters.',
    examples: [{ source: 'RIGHT("hospital", 3)', result: 'tal' }],
    run: ([value = null, amount = 1], place) => {
      const characters = [...toText(value)]
      return out(characters.slice(Math.max(0, characters.length - amountOf(amount, place))).join(''), place)
    },
  },
  MID: {
    parameters: [text, { name: 'from', type: 'number' }, count],
    returns: 'text',
    summary: 'Characters from the middle; the first is number 1.',
    examples: [{ source: 'MID("hospital", 3, 2)', result: 'sp' }],
    run: ([value = null, from = 1, amount = 0], place) => {
      const start = Math.max(0, amountOf(from, place) - 1)
      return out([...toText(value)].slice(start, start + amountOf(amount, place)).join(''), place)
    },
  },
  CONCAT: {
    parameters: [{ name: 'values', type: 'any', repeats: true }],
    returns: 'text',
    summary: 'All values as one text.',
    examples: [{ source: 'CONCAT("Room ", 12)', result: 'Room 12' }],
    run: (values, place) => out(values.map(toText).join(''), place),
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
    run: ([whole = null, part = null]) =>
      Array.isArray(whole)
        ? whole.some(item => toText(item) === toText(part))
        : toText(whole).includes(toText(part)),
  },
  STARTSWITH: {
    parameters: [text, { name: 'beginning', type: 'text' }],
    returns: 'boolean',
    summary: 'Whether a text begins with another; capitals matter.',
    examples: [{ source: 'STARTSWITH("hospital", "hos")', result: true }],
    run: ([whole = null, part = null]) => toText(whole).startsWith(toText(part)),
  },
  REPLACE: {
    parameters: [text, { name: 'part', type: 'text' }, { name: 'by', type: 'text' }],
    returns: 'text',
    summary: 'The text with every occurrence of a part replaced.',
    examples: [{ source: 'REPLACE("1.234", ".", ",")', result: '1,234' }],
    run: ([whole = null, part = null, by = null], place) =>
      replaceAll(toText(whole), toText(part), toText(by), place),
  },
} satisfies Record<string, FunctionSpec>

function out(made: string, { context, at }: CallPlace): string {
  return textOut(made, context, at)
}

function amountOf(value: Value, { at }: CallPlace): number {
  const amount = toNumber(value, at)
  if (Number.isInteger(amount) && amount >= 0) return amount
  throw new ExpressionError('expression/arguments', at, 'Counts and positions are whole numbers from 0.')
}

/** The length is worked out before anything is made: a hostile formula must not fill the memory first. */
function replaceAll(whole: string, part: string, by: string, { context, at }: CallPlace): string {
  if (part === '') return whole
  const pieces = whole.split(part)
  const length = whole.length + (pieces.length - 1) * (by.length - part.length)
  if (length > 1_000_000)
    throw new ExpressionError('expression/too-costly', at, 'The text would become too long.')
  return textOut(pieces.join(by), context, at)
}
