import { editDistance } from './edit-distance.ts'

/** Finds the known word that a mistyped one stands for; null when none is near. */
export type Spelling = (word: string) => Readonly<{ word: string; edits: number }> | null

/** Mistakes in shorter words make other words. */
const SHORTEST = 4
/** From so many letters on two mistakes are forgiven. */
const LONG = 8
/** Words that share most groups are compared letter by letter; more would cost time and add nothing. */
const MOST_COMPARED = 60

/** An index of words by their groups of two letters. */
export function createSpelling(words: Iterable<string>): Spelling {
  const known = [...new Set(words)].filter(word => word.length >= SHORTEST - 1).sort()
  const byGroup = new Map<string, number[]>()
  known.forEach((word, at) => {
    for (const group of groupsOf(word)) {
      const places = byGroup.get(group)
      if (places) places.push(at)
      else byGroup.set(group, [at])
    }
  })
  return word => {
    if (word.length < SHORTEST || /\d/.test(word)) return null
    return nearest(word, candidates(word, known, byGroup))
  }
}

function groupsOf(word: string): ReadonlySet<string> {
  const padded = `^${word}$`
  const groups = new Set<string>()
  for (let at = 0; at + 2 <= padded.length; at += 1) groups.add(padded.slice(at, at + 2))
  return groups
}

function mostEdits(word: string): number {
  return word.length >= LONG ? 2 : 1
}

/** Words that share enough groups for so few mistakes: one mistake spoils at most three groups. */
function candidates(
  word: string,
  known: readonly string[],
  byGroup: ReadonlyMap<string, readonly number[]>,
): string[] {
  const groups = groupsOf(word)
  const shared = new Map<number, number>()
  for (const group of groups)
    for (const at of byGroup.get(group) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
  const least = Math.max(1, groups.size - 3 * mostEdits(word))
  return [...shared]
    .filter(([, count]) => count >= least)
    .sort(([at, count], [otherAt, otherCount]) => otherCount - count || at - otherAt)
    .slice(0, MOST_COMPARED)
    .map(([at]) => known[at] ?? '')
}

function nearest(word: string, among: readonly string[]): ReturnType<Spelling> {
  let best: { word: string; edits: number } | null = null
  for (const known of among) {
    const edits = editDistance(word, known, mostEdits(word))
    if (edits > mostEdits(word) || !startsAlike(word, known)) continue
    if (!best || edits < best.edits || (edits === best.edits && known < best.word))
      best = { word: known, edits }
  }
  return best
}

/** The first letter is seldom mistyped, but it may be missing, doubled or swapped with the second. */
function startsAlike(one: string, other: string): boolean {
  return one[0] === other[0] || one[0] === other[1] || one[1] === other[0]
}
