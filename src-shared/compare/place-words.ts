import type { BotDocRecord } from '../document/records.ts'
import type { Path } from './difference.ts'
import { isObject } from './is-same.ts'
import { singular, spaced } from './record-name.ts'

/**
 * A place in a record in words: `option 2, label (en)`. Items are counted in the first of the records that has them.
 */
export function placeWords(
  path: Path,
  locale: string | null,
  records: readonly (BotDocRecord | null)[],
): string {
  const words: string[] = []
  const steps = locale !== null && path.includes(locale) ? path.slice(0, path.indexOf(locale)) : path
  for (let at = steps[0] === 'data' ? 1 : 0; at < steps.length; at += 1) {
    const step = steps[at] ?? ''
    const next = steps[at + 1]
    const number = next === undefined ? null : numberOf(records, path.slice(0, at + 1), next)
    words.push(number === null ? spaced(step) : `${singular(step)} ${number}`)
    if (number !== null) at += 1
  }
  return `${words.join(', ')}${locale === null ? '' : ` (${locale})`}`
}

/** The way to a place with items of lists by their number, from 0, and without the language it ends in. */
export function numberedPath(
  path: Path,
  locale: string | null,
  records: readonly (BotDocRecord | null)[],
): readonly (string | number)[] {
  const steps = locale !== null && path.includes(locale) ? path.slice(0, path.indexOf(locale)) : path
  return steps.map((step, at) => {
    const number = at > 0 ? numberOf(records, path.slice(0, at), step) : null
    return number === null ? step : number - 1
  })
}

function numberOf(records: readonly (BotDocRecord | null)[], path: Path, id: string): number | null {
  for (const record of records) {
    const list = valueAt(record, path)
    const at = Array.isArray(list) ? list.findIndex(item => isObject(item) && item.id === id) : -1
    if (at >= 0) return at + 1
  }
  return null
}

/** The value at a place; items of lists are found by their ids. */
export function valueAt(record: BotDocRecord | null, path: Path): unknown {
  return path.reduce<unknown>((at, step) => {
    if (Array.isArray(at)) return at.find(item => isObject(item) && item.id === step)
    return isObject(at) ? at[step] : undefined
  }, record)
}
