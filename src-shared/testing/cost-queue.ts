/** Things in the order of what they cost, where costs are small whole numbers: one list for each. */
export class CostQueue<T> {
  private readonly lists: T[][] = []
  private at = 0

  add(thing: T, cost: number): void {
    const list = this.lists[cost]
    if (list) list.push(thing)
    else this.lists[cost] = [thing]
    if (cost < this.at) this.at = cost
  }

  /** One of the cheapest with its cost; undefined when there is none. */
  take(): readonly [T, number] | undefined {
    for (; this.at < this.lists.length; this.at += 1) {
      const thing = this.lists[this.at]?.pop()
      if (thing !== undefined) return [thing, this.at]
    }
    return undefined
  }
}
