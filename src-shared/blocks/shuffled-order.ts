import type { ShownOrder } from './selection.ts'

/**
 * An order of so many options that is drawn when they are first shown, and noted for as long as the block waits
 * (requirements.md NHN-19). A noted order of another number of options, as after an edit, is drawn anew.
 */
export function compileShuffle(count: number): ShownOrder {
  return turn => {
    const noted = turn.memo?.order
    if (Array.isArray(noted) && isOrder(noted, count)) return noted
    const order = drawn(count, () => turn.random())
    turn.memo = { ...turn.memo, order }
    return order
  }
}

function isOrder(noted: readonly unknown[], count: number): noted is readonly number[] {
  const places = new Set(noted)
  return noted.length === count && Array.from({ length: count }, (_, at) => at).every(at => places.has(at))
}

/** Every order is as likely as any other (Fisher and Yates). */
function drawn(count: number, random: () => number): readonly number[] {
  const order = Array.from({ length: count }, (_, at) => at)
  for (let last = count - 1; last > 0; last -= 1) {
    const at = Math.floor(random() * (last + 1))
    const place = order[at] ?? 0
    order[at] = order[last] ?? 0
    order[last] = place
  }
  return order
}
