import type { Bulk, WriteDb } from './db.ts'

type Item = Readonly<{ value: unknown; resolve: (value: never) => void; reject: (error: unknown) => void }>
type Group = Map<Bulk<never, unknown>, Item[]>
type Atomically = <T>(work: (tx: WriteDb) => Promise<T>) => Promise<T>

/** Turns of the event loop that a commit waits for others to share it with. */
const MOST_TURNS = 8

/** The group commit of EngineDb.grouped over any kind of transaction, one group after the other. */
export class GroupCommit {
  private readonly atomically: Atomically
  private group: Group = new Map()
  private count = 0
  private isScheduled = false
  private isWriting = false

  constructor(atomically: Atomically) {
    this.atomically = atomically
  }

  add<In, Out>(work: Bulk<In, Out>, value: In): Promise<Out> {
    return new Promise<Out>((resolve, reject) => {
      this.count += 1
      const items = this.group.get(work as Bulk<never, unknown>)
      if (items) items.push({ value, resolve, reject })
      else this.group.set(work as Bulk<never, unknown>, [{ value, resolve, reject }])
      this.schedule()
    })
  }

  private schedule(): void {
    if (this.isScheduled || this.isWriting || this.group.size === 0) return
    this.isScheduled = true
    this.flushSoon(this.count, 1)
  }

  /** As long as each turn of the event loop brings more, it is waited for, but not for long. */
  private flushSoon(known: number, turn: number): void {
    setImmediate(() => {
      if (this.count > known && turn < MOST_TURNS) return this.flushSoon(this.count, turn + 1)
      this.isScheduled = false
      void this.flush()
    })
  }

  private async flush(): Promise<void> {
    const { group } = this
    this.group = new Map()
    this.count = 0
    this.isWriting = true
    try {
      const settle = await this.atomically(tx => writeAll(tx, group))
      for (const done of settle) done()
    } catch (error) {
      await this.oneByOne(group, error)
    }
    this.isWriting = false
    this.schedule()
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
