/** What is wrong with what was heard, in messages; `outOfOrder` in people. */
export type Wrong = Readonly<{ lost: number; doubled: number; outOfOrder: number }>

/**
 * What one person was to hear against what a receiver took for them. What came again under the id of its delivery was not
 * taken, so that a message is doubled when it was delivered under two ids, or to somebody else.
 */
export function compare(wanted: readonly string[], heard: readonly string[]): Wrong {
  const left = [...wanted]
  let doubled = 0
  for (const text of heard) {
    const at = left.indexOf(text)
    if (at < 0) doubled += 1
    else left.splice(at, 1)
  }
  const isInOrder = left.length > 0 || doubled > 0 || wanted.every((text, index) => text === heard[index])
  return { lost: left.length, doubled, outOfOrder: isInOrder ? 0 : 1 }
}

export function sumOf(all: readonly Wrong[]): Wrong {
  const sum = (of: (one: Wrong) => number) => all.reduce((total, one) => total + of(one), 0)
  return {
    lost: sum(one => one.lost),
    doubled: sum(one => one.doubled),
    outOfOrder: sum(one => one.outOfOrder),
  }
}
