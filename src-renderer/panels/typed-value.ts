import { fit } from '../../src-shared/blocks/set-variable.ts'
import type { Value, ValueType } from '../../src-shared/kit/value.ts'

/** A value carried over to another type; empty when it does not fit. */
export function initialAs(value: Value, type: ValueType): Value {
  return fit(value, type) ?? null
}

/** A list as lines of text, one item each. */
export function linesOf(value: Value): string {
  return Array.isArray(value) ? value.join('\n') : ''
}

/** Lines as a list; what is written exactly as a number is one. No line is no list. */
export function listFrom(text: string): Value {
  const lines = text.split('\n').map(line => line.trim())
  const items = lines.filter(line => line !== '').map(line => (String(Number(line)) === line ? Number(line) : line))
  return items.length > 0 ? items : null
}
