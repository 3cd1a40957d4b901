import type { Choice, Conflict } from './conflict.ts'
import type { Path } from './difference.ts'
import { isObject, isSame } from './is-same.ts'
import { isSameOrder, type KeyedList, keyedLists, weave } from './keyed-lists.ts'
import { namesOf } from './visit-differences.ts'

/** A place in three versions; `undefined` is "not there". */
export type Three = Readonly<{ base: unknown; ours: unknown; theirs: unknown }>

export type Deciding = Readonly<{
  isSet(path: Path): boolean
  /** Whether an item that one side removed and the other left alone is to be asked about all the same. */
  isContested(path: Path): boolean
  /** Whether there are any such below a place. */
  hasContested: boolean
  choose(is: Conflict['is'], path: Path, three: Three, choices: readonly Choice[]): Choice
}>

/** One side's change where only one changed, else part by part; what both changed is a conflict, and decided. */
export function mergeValues(three: Three, path: Path, by: Deciding): unknown {
  const { base, ours, theirs } = three
  if (isSame(ours, theirs)) return ours
  if (!by.hasContested) {
    if (isSame(base, ours)) return theirs
    if (isSame(base, theirs)) return ours
  }
  if (isObject(ours) && isObject(theirs)) return mergeMembers(base, ours, theirs, path, by)
  if (Array.isArray(ours) && Array.isArray(theirs)) {
    const before = Array.isArray(base) ? base : []
    const [b, o, t] = keyedLists([before, ours, theirs], () => by.isSet(path)) ?? []
    if (b && o && t) return mergeItems(b, o, t, path, by)
  }
  if (isSame(base, ours)) return theirs
  if (isSame(base, theirs)) return ours
  const choice = by.choose('value', path, three, choicesOf(three, path))
  return choice === 'both' ? bothOf(ours, theirs) : choice === 'ours' ? ours : theirs
}

function mergeMembers(
  base: unknown,
  ours: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>,
  path: Path,
  by: Deciding,
): unknown {
  const before = isObject(base) ? base : {}
  const merged: Record<string, unknown> = {}
  for (const name of namesOf(ours, theirs)) {
    const three = { base: before[name], ours: ours[name], theirs: theirs[name] }
    const value = mergeValues(three, [...path, name], by)
    if (value !== undefined) merged[name] = value
  }
  return merged
}

function mergeItems(
  base: KeyedList,
  ours: KeyedList,
  theirs: KeyedList,
  path: Path,
  by: Deciding,
): readonly unknown[] {
  const items = new Map<string, unknown>()
  for (const key of new Set([...ours.keys(), ...theirs.keys()])) {
    const three = { base: base.get(key), ours: ours.get(key), theirs: theirs.get(key) }
    const item = mergeItem(three, [...path, key], by)
    if (item !== undefined) items.set(key, item)
  }
  const order = orderOf({ base, ours, theirs }, new Set(items.keys()), path, by)
  return order.map(key => items.get(key))
}

function mergeItem(three: Three, path: Path, by: Deciding): unknown {
  const { base, ours, theirs } = three
  if (ours !== undefined && theirs !== undefined) return mergeValues(three, path, by)
  const present = ours ?? theirs
  if (base === undefined) return present
  if (isSame(base, present) && !by.isContested(path)) return undefined
  return by.choose('removed', path, three, ['ours', 'theirs']) === 'ours' ? ours : theirs
}

type Lists = Readonly<{ base: KeyedList; ours: KeyedList; theirs: KeyedList }>

function orderOf(
  { base, ours, theirs }: Lists,
  wanted: ReadonlySet<string>,
  path: Path,
  by: Deciding,
): readonly string[] {
  if (isSameOrder(ours, theirs)) return weave(ours.keys(), theirs.keys(), wanted)
  const [oursStays, theirsStays] = [isSameOrder(base, ours), isSameOrder(base, theirs)]
  const three = { base: [...base.keys()], ours: [...ours.keys()], theirs: [...theirs.keys()] }
  const side =
    oursStays === theirsStays
      ? by.choose('order', path, three, ['ours', 'theirs'])
      : oursStays
        ? 'theirs'
        : 'ours'
  return side === 'ours'
    ? weave(ours.keys(), theirs.keys(), wanted)
    : weave(theirs.keys(), ours.keys(), wanted)
}

/** Where one can stand below the other: lists, and texts people write for each other. */
const LONG_TEXTS: ReadonlySet<string> = new Set(['description', 'notes', 'reason'])

function choicesOf({ ours, theirs }: Three, path: Path): readonly Choice[] {
  const isList = Array.isArray(ours) && Array.isArray(theirs)
  const isText = typeof ours === 'string' && typeof theirs === 'string'
  const isLong = isText && (LONG_TEXTS.has(path.at(-1) ?? '') || (path.length === 1 && path[0] === 'text'))
  return isList || isLong ? ['ours', 'theirs', 'both'] : ['ours', 'theirs']
}

function bothOf(ours: unknown, theirs: unknown): unknown {
  if (!Array.isArray(ours) || !Array.isArray(theirs)) return `${ours}\n${theirs}`
  return [...ours, ...theirs.filter(item => !ours.some(other => isSame(item, other)))]
}
