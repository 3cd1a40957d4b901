import { MAX_TEXT_LENGTH } from '../document/localized.ts'
import type { Value, ValueType } from '../kit/value.ts'
import { MAX_FOUND } from './json-path.ts'

/**
 * What a variable of the given type may be offered of an answer: a scalar as it is, a list of scalars as a list, and
 * anything else as its JSON text. Undefined when no variable can hold it: too long, too deep, or no number there is.
 */
export function valueOfJson(found: unknown, type: ValueType): Value | undefined {
  const value = Array.isArray(found)
    ? ofArray(found, type)
    : isObject(found)
      ? jsonText(found)
      : scalarOf(found)
  return typeof value === 'string' && value.length > MAX_TEXT_LENGTH ? undefined : value
}

function ofArray(found: readonly unknown[], type: ValueType): Value | undefined {
  return type === 'list' || !found.some(isObject) ? listOf(found) : jsonText(found)
}

/** Lists hold texts and numbers. What is empty stays, as an empty text: lists of the same items must not shift. */
function listOf(values: readonly unknown[]): Value | undefined {
  if (values.length > MAX_FOUND) return undefined
  const items = values.map(itemOf)
  return items.includes(undefined) ? undefined : (items as (string | number)[])
}

function itemOf(value: unknown): string | number | undefined {
  const item = isObject(value) ? jsonText(value) : scalarOf(value ?? '')
  if (typeof item === 'string' && item.length > MAX_TEXT_LENGTH) return undefined
  return typeof item === 'boolean' ? String(item) : (item ?? undefined)
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

/** JSON can write numbers that no computer holds: 1e999. */
function scalarOf(value: unknown): string | number | boolean | null | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  return typeof value === 'string' || typeof value === 'boolean' || value === null ? value : undefined
}

/** An answer can be nested more deeply than it can be written again. */
function jsonText(value: unknown): string | undefined {
  try {
    return JSON.stringify(value)
  } catch {
    return undefined
  }
}
