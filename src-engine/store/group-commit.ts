import type { Bulk, WriteDb } from './db.ts'

type Item = Readonly<{ value: unknown; resolve: (value: never) => void; reject: (error: unknown) => void }>
type Group = Map<Bulk<never, unknown>, Item[]>
type Atomically = <T>(work: (tx: WriteDb) => Promise<T>) => Promise<T>

/**
 * The group commit of EngineDb.grouped over any kind of transaction, one group after the other. A transaction may begin
 * as late as it likes: whatever was asked for until then is in it.
 */
export class GroupCommit {
  private readonly atomically: Atomically
  private group: Group = new Map()
  private isAsked = false

  constructor(atomically: Atomically) {
    this.atomically = atomically
  }

  /** How much is to be written. */
  get size(): number {
    let size = 0
    for (const items of this.group.values()) size += items.length
    return size
  }

  add<In, Out>(work: Bulk<In, Out>, value: In): Promise<Out> {
    return new Promise<Out>((resolve, reject) => {
      const items = this.group.get(work as Bulk<never, unknown>)
      if (items) items.push({ value, resolve, reject })
      else this.group.set(work as Bulk<never, unknown>, [{ value, resolve, reject }])
      if (!this.isAsked) void this.write()
    })
  }

  private async write(): Promise<void> {
    this.isAsked = true
    while (this.group.size > 0) {
      let group: Group = new Map()
      try {
        const settle = await this.atomically(tx => {
          group = this.take(group)
          return writeAll(tx, group)
        })
        for (const done of settle) done()
      } catch (error) {
        await this.oneByOne(this.take(group), error)
      }
    }
    this.isAsked = false
  }

  /** A transaction may be begun anew, with what it had; one that never began had what waits. */
  private take(before: Group): Group {
    if (before.size > 0) return before
    const { group } = this
    this.group = new Map()
    return group
  }

  /** Finds out whose fault it was: the others are written. */
  private async oneByOne(group: Group, error: unknown): Promise<void> {
    const all = [...group].flatMap(([work, items]) => items.map(item => ({ work, item })))
    const [only] = all
    if (only && all.length === 1) return only.item.reject(error)
    for (const { work, item } of all)
      await this.atomically(tx => work(tx, [item.value as never])).then(
        ([value]) => item.resolve(value as never),
        item.reject,
      )
  }
}

async function writeAll(tx: WriteDb, group: Group): Promise<readonly (() => void)[]> {
  const settle: (() => void)[] = []
  for (const [work, items] of group) {
    const values = await work(tx, items.map(({ value }) => value) as never)
    items.forEach((item, index) => {
      settle.push(() => item.resolve(values[index] as never))
    })
  }
  return settle
}
