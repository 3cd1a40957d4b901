import type { Path } from './difference.ts'
import { isObject, isSame } from './is-same.ts'
import { isSameOrder, type KeyedList, keyedLists } from './keyed-lists.ts'

export type ValueDifference = Readonly<{
  is: 'value' | 'item' | 'order'
  path: Path
  before: unknown
  after: unknown
}>

/** Calls `visit` for each place two values differ at, as deep as both are made alike. */
export function visitDifferences(
  before: unknown,
  after: unknown,
  path: Path,
  isSet: (path: Path) => boolean,
  visit: (difference: ValueDifference) => void,
): void {
  if (isSame(before, after)) return
  if (isObject(before) && isObject(after)) {
    for (const name of namesOf(before, after))
      visitDifferences(before[name], after[name], [...path, name], isSet, visit)
    return
  }
  const keyed =
    Array.isArray(before) && Array.isArray(after) ? keyedLists([before, after], () => isSet(path)) : null
  const [a, b] = keyed ?? []
  if (a && b) visitItems(a, b, path, isSet, visit)
  else visit({ is: 'value', path, before, after })
}

function visitItems(
  before: KeyedList,
  after: KeyedList,
  path: Path,
  isSet: (path: Path) => boolean,
  visit: (difference: ValueDifference) => void,
): void {
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [a, b] = [before.get(key), after.get(key)]
    if (a === undefined || b === undefined) visit({ is: 'item', path: [...path, key], before: a, after: b })
    else visitDifferences(a, b, [...path, key], isSet, visit)
  }
  if (!isSameOrder(before, after))
    visit({ is: 'order', path, before: [...before.keys()], after: [...after.keys()] })
}

/** The members of two objects, those of the first first. */
export function namesOf(
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
): Iterable<string> {
  return new Set([...Object.keys(a), ...Object.keys(b)])
}
