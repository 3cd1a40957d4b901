import type { Path } from './difference.ts'
import { isObject, isSame } from './is-same.ts'
import { isSameOrder, keyedLists, weave } from './keyed-lists.ts'
import { namesOf } from './visit-differences.ts'

export type Choice = Readonly<{
  /** Whether the difference at a place, or in the order of the list there, is taken. */
  takes(path: Path, is: 'value' | 'item' | 'order'): boolean
  isSet(path: Path): boolean
}>

/** The value before, with those of its differences to the value after that are taken. */
export function pickParts(before: unknown, after: unknown, path: Path, choice: Choice): unknown {
  if (isSame(before, after)) return before
  if (isObject(before) && isObject(after)) {
    const members = [...namesOf(before, after)].map((name): [string, unknown] => [
      name,
      pickParts(before[name], after[name], [...path, name], choice),
    ])
    return Object.fromEntries(members.filter(([, value]) => value !== undefined))
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const picked = pickItems(before, after, path, choice)
    if (picked) return picked
  }
  return choice.takes(path, 'value') ? after : before
}

function pickItems(
  before: readonly unknown[],
  after: readonly unknown[],
  path: Path,
  choice: Choice,
): readonly unknown[] | null {
  const [a, b] = keyedLists([before, after], () => choice.isSet(path)) ?? []
  if (!a || !b) return null
  const items = new Map<string, unknown>()
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    const at = [...path, key]
    const [left, right] = [a.get(key), b.get(key)]
    const isBoth = left !== undefined && right !== undefined
    const item = isBoth ? pickParts(left, right, at, choice) : choice.takes(at, 'item') ? right : left
    if (item !== undefined) items.set(key, item)
  }
  const byAfter = isSameOrder(a, b) || choice.takes(path, 'order')
  const [first, second] = byAfter ? [b, a] : [a, b]
  return weave(first.keys(), second.keys(), new Set(items.keys())).map(key => items.get(key))
}
