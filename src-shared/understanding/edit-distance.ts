/**
 * How many letters must be put in, left out, changed or swapped with their neighbour to turn one word into the
 * other (optimal string alignment); `most + 1` when it is more than `most`.
 */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row += 1) {
    const next = nextRow(one, other, row, last, before)
    if (Math.min(...next) > most) return most + 1
    before = last
    last = next
  }
  return Math.min(last[other.length] ?? most + 1, most + 1)
}

function nextRow(
  one: string,
  other: string,
  row: number,
  last: readonly number[],
  before: readonly number[],
) {
  const next = [row]
  for (let column = 1; column <= other.length; column += 1) {
    const same = one[row - 1] === other[column - 1]
    let least = Math.min(
      (last[column] ?? 0) + 1,
      (next[column - 1] ?? 0) + 1,
      (last[column - 1] ?? 0) + (same ? 0 : 1),
    )
    const swapped =
      row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
    if (swapped) least = Math.min(least, (before[column - 2] ?? 0) + 1)
    next.push(least)
  }
  return next
}
