import { fitValue } from '../../src-shared/blocks/fit-value.ts'
import type { VariableRecord } from '../../src-shared/document/records.ts'
import type { ValueType } from '../../src-shared/kit/value.ts'

/** As records hold it: lists come from a schema, which does not make them read only. */
export type Initial = VariableRecord['initial']

/** A value carried over to another type; empty when it does not fit. */
export function initialAs(value: Initial, type: ValueType): Initial {
  const fitting = fitValue(value, type) ?? null
  return typeof fitting === 'object' && fitting !== null ? [...fitting] : fitting
}

/** A list as lines of text, one item each. */
export function linesOf(value: Initial): string {
  return Array.isArray(value) ? value.join('\n') : ''
}

/** Lines as a list; what is written exactly as a number is one. No line is no list. */
export function listFrom(text: string): Initial {
  const lines = text.split('\n').map(line => line.trim())
  const items = lines
    .filter(line => line !== '')
    .map(line => (String(Number(line)) === line ? Number(line) : line))
  return items.length > 0 ? items : null
}
