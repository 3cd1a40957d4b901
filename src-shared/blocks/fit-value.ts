import type { Value, ValueType } from '../kit/value.ts'

/** A value as the declared type, or undefined when it cannot be one (requirements.md NHN-16: coerced by type). */
export function fitValue(value: Value, type: ValueType): Value | undefined {
  if (value === null) return null
  switch (type) {
    case 'number': {
      if (typeof value === 'number') return value
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN
      return Number.isFinite(number) ? number : undefined
    }
    case 'text':
      return Array.isArray(value) ? value.join(', ') : String(value)
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? value.slice(0, 10) : undefined
    case 'list':
      return Array.isArray(value)
        ? value
        : typeof value === 'boolean'
          ? undefined
          : [value as string | number]
  }
}
