/**
 * A clock that never says the same millisecond twice: an engine takes two equal requests with one time for a replay
 * (NHN-140) and refuses the second.
 */
export function neverTwice(now: () => number): () => number {
  let last = Number.NEGATIVE_INFINITY
  return () => {
    last = Math.max(now(), last + 1)
    return last
  }
}
