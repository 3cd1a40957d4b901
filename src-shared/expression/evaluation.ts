import { say } from '../kit/say.ts'
import type { Value } from '../kit/value.ts'
import { ExpressionError } from './expression-error.ts'
import { formatValue } from './format-value.ts'

type Span = Readonly<{ start: number; end: number }>

/** Where names get their values; a missing variable is null (requirements.md NHN-16). */
export interface Scope {
  get(name: string): Value
}

/** What an evaluation is given. `cost` counts down; below zero it ends with `expression/too-costly`. */
export interface EvaluationContext {
  readonly scope: Scope
  /** Epoch milliseconds UTC. */
  readonly now: number
  readonly locale?: string
  readonly channel?: string
  /** What the customer wrote last, and how it felt. */
  readonly heard?: string
  readonly sentiment?: string
  cost: number
}

export type Evaluate = (context: EvaluationContext) => Value

/** No text an expression makes is longer. Characters. */
const MAX_TEXT = 1_000_000
const CHARACTERS_PER_COST = 64
/** Longer texts are not looked at for a number. Characters. */
const MAX_NUMBER_LENGTH = 100

export function spend(context: EvaluationContext, amount: number, at: Span): void {
  context.cost -= amount
  if (context.cost < 0) throw new ExpressionError('expression/too-costly', at)
}

/** Charges for one node; the common way of spending, small enough to be inlined. */
export function charge(context: EvaluationContext, at: Span): void {
  context.cost -= 1
  if (context.cost < 0) throw new ExpressionError('expression/too-costly', at)
}

/** Charges for reading or making so many characters; the shortest texts are in the price of the node. */
export function spendText(context: EvaluationContext, length: number, at: Span): void {
  if (length >= CHARACTERS_PER_COST) spend(context, Math.floor(length / CHARACTERS_PER_COST), at)
}

/** Charges for a text of this length before it is made, so that a hostile formula cannot fill the memory first. */
export function allowText(length: number, context: EvaluationContext, at: Span): void {
  if (length > MAX_TEXT)
    throw new ExpressionError('expression/too-costly', at, `A text may have ${MAX_TEXT} characters.`)
  spendText(context, length, at)
}

/** Empty is 0, true is 1, and text that is a number is that number (requirements.md NHN-16). */
export function toNumber(value: Value, at: Span): number {
  if (typeof value === 'number') return value
  if (value === null) return 0
  if (typeof value === 'boolean') return value ? 1 : 0
  const number = numberOf(value)
  if (number !== null) return number
  const shown = typeof value === 'string' ? `“${value.slice(0, 40)}”` : 'A list'
  throw new ExpressionError('expression/type', at, `${shown} is not a number.`)
}

/** The number a text is written as; null when it is none. Linear in hostile text: no digit can match in two ways. */
export function numberOf(value: Value): number | null {
  if (typeof value === 'number') return value
  if (typeof value !== 'string' || value.length > MAX_NUMBER_LENGTH) return null
  if (value === '') return 0
  const trimmed = value.trim()
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i.test(trimmed)) return null
  const number = Number(trimmed)
  // Plus 0 makes 0 of -0, which would not survive a session's JSON.
  return Number.isFinite(number) ? number + 0 : null
}

/** A value as text, whatever the locale: FIXED and templates write numbers as people of a locale do. */
export function toText(value: Value): string {
  return typeof value === 'string' ? value : formatValue(value)
}

export function isTrue(value: Value): boolean {
  return typeof value === 'object' && value !== null ? value.length > 0 : Boolean(value)
}

/** A result of arithmetic that can be written: neither infinite nor -0, which would not survive a session's JSON. */
export function finite(value: number, at: Span): number {
  if (!Number.isFinite(value))
    throw new ExpressionError('expression/type', at, 'The result is not a number that can be written.')
  return value + 0
}

/** Equality of the language: empty equals empty text, a number equals the text of it, lists by item. */
export function equal(a: Value, b: Value): boolean {
  if (a === b) return true
  if (a === null || b === null) return (a ?? b) === ''
  if (typeof a === 'object' || typeof b === 'object') {
    if (typeof a !== 'object' || typeof b !== 'object') return false
    return a.length === b.length && a.every((item, index) => equal(item, b[index] ?? null))
  }
  if (typeof a === 'number' && typeof b === 'string') return b !== '' && numberOf(b) === a
  if (typeof a === 'string' && typeof b === 'number') return a !== '' && numberOf(a) === b
  return false
}

/** -1, 0 or 1. Numbers by size where both can be numbers, else texts by code point, which orders dates too. */
export function compare(a: Value, b: Value, at: Span): number {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0
  return compareMixed(a, b, at)
}

function compareMixed(a: Value, b: Value, at: Span): number {
  const mixed =
    typeof a === 'number' || typeof b === 'number' || typeof a === 'boolean' || typeof b === 'boolean'
  if (typeof a === 'object' && a !== null)
    throw new ExpressionError('expression/type', at, say('formula/list-order', {}))
  if (typeof b === 'object' && b !== null)
    throw new ExpressionError('expression/type', at, say('formula/list-order', {}))
  if (mixed || (a === null && b === null)) return Math.sign(toNumber(a, at) - toNumber(b, at))
  const [x, y] = [a ?? '', b ?? '']
  return x < y ? -1 : x > y ? 1 : 0
}
