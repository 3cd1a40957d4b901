import { isObject } from './is-same.ts'

/** The items of a list by what names each of them. */
export type KeyedList = ReadonlyMap<string, unknown>

/**
 * Lists of single words whose items are told apart by what they are. In others, such as the values of a message
 * template's places, the position is the meaning.
 */
const SETS: ReadonlySet<string> = new Set([
  'locales',
  'channels',
  'blocks',
  'correct',
  'kinds',
  'days',
  'tags',
  'microGoals',
])

/** Whether the items of a list of words are told apart by themselves, going by the list's place in its record. */
export function isSetAt(path: readonly string[], role: string | null): boolean {
  return role === 'words' || SETS.has(path.at(-1) ?? '')
}

/**
 * The lists by their items' own ids, or by the words in them; null where an item of any has nothing to be known by.
 */
export function keyedLists(
  lists: readonly (readonly unknown[])[],
  isSet: () => boolean,
): readonly KeyedList[] | null {
  const first = lists.find(list => list.length > 0)?.[0]
  const asSet = !isObject(first) && isSet()
  const keyed: KeyedList[] = []
  for (const list of lists) {
    const items = new Map<string, unknown>()
    for (const item of list) {
      const key = keyOf(item, asSet, typeof first)
      if (key === null || items.has(key)) return null
      items.set(key, item)
    }
    keyed.push(items)
  }
  return keyed
}

function keyOf(item: unknown, asSet: boolean, type: string): string | null {
  if (isObject(item)) return typeof item.id === 'string' ? item.id : null
  return asSet && typeof item === type ? String(item) : null
}

/** Whether the items both lists have follow each other in the same order. */
export function isSameOrder(a: KeyedList, b: KeyedList): boolean {
  const right = [...b.keys()].filter(key => a.has(key))
  let at = 0
  for (const key of a.keys()) {
    if (!b.has(key)) continue
    if (right[at] !== key) return false
    at += 1
  }
  return true
}

/**
 * The wanted keys of two lists: those both have in the order of `first`, each other one after what it follows in its
 * own list. Where both follow the same, the one that begins with the smaller key comes first, so that sides are alike.
 */
export function weave(
  first: Iterable<string>,
  second: Iterable<string>,
  wanted: ReadonlySet<string>,
): readonly string[] {
  const [a, b] = [[...first], [...second]].map(list => list.filter(key => wanted.has(key))) as [
    string[],
    string[],
  ]
  const [inA, inB] = [new Set(a), new Set(b)]
  const [ownA, ownB] = [runsOf(a, inB), runsOf(b, inA)]
  const backbone = [null, ...a.filter(key => inB.has(key))]
  return backbone.flatMap(key => {
    const runs = [ownA.get(key) ?? [], ownB.get(key) ?? []]
    if ((runs[0]?.[0] ?? '') > (runs[1]?.[0] ?? '')) runs.reverse()
    return [...(key === null ? [] : [key]), ...runs.flat()]
  })
}

/** The keys the other list does not have, by the shared one they follow. */
function runsOf(keys: readonly string[], shared: ReadonlySet<string>): ReadonlyMap<string | null, string[]> {
  const runs = new Map<string | null, string[]>()
  let anchor: string | null = null
  for (const key of keys) {
    if (shared.has(key)) anchor = key
    else runs.set(anchor, [...(runs.get(anchor) ?? []), key])
  }
  return runs
}
