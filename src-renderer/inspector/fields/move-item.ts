/** The list with one item taken out at `from` and put in at `to`; the same list when nothing moves. */
export function moveItem<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const item = list[from]
  if (item === undefined || from === to || to < 0 || to >= list.length) return list
  const rest = list.toSpliced(from, 1)
  return rest.toSpliced(to, 0, item)
}

/** Where a dragged row lands: the number of other rows whose middle lies above the pointer. Pixels. */
export function landingIndex(middles: readonly number[], from: number, pointer: number): number {
  return middles.filter((middle, at) => at !== from && middle < pointer).length
}
