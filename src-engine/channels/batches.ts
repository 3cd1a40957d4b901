import { gather } from '../store/gather.ts'

type Item<In, Out> = Readonly<{ value: In; resolve: (out: Out) => void; reject: (error: unknown) => void }>
type Line<In, Out> = { waiting: Item<In, Out>[]; underWay: number; isGathering: boolean }

type Settings<In, Out> = Readonly<{
  /** Items of one batch, and batches of one line at once. */
  most: number
  atOnce: number
  /** Does a batch; answers in its order. */
  work: (batch: readonly In[]) => Promise<readonly Out[]>
}>

/** Does together what comes together, line by line: the more there is to do, the more is done at once. */
export class Batches<In, Out> {
  private readonly settings: Settings<In, Out>
  private readonly lines = new Map<string, Line<In, Out>>()

  constructor(settings: Settings<In, Out>) {
    this.settings = settings
  }

  add(name: string, value: In): Promise<Out> {
    const line = this.lines.get(name) ?? { waiting: [], underWay: 0, isGathering: false }
    this.lines.set(name, line)
    return new Promise((resolve, reject) => {
      line.waiting.push({ value, resolve, reject })
      void this.begin(name, line)
    })
  }

  private async begin(name: string, line: Line<In, Out>): Promise<void> {
    if (line.isGathering || line.underWay === this.settings.atOnce) return
    line.isGathering = true
    await gather(() => line.waiting.length)
    line.isGathering = false
    const batch = line.waiting.splice(0, this.settings.most)
    if (batch.length === 0) return
    line.underWay += 1
    const done = this.work(batch)
    // More than one batch may be waiting.
    if (line.waiting.length > 0) void this.begin(name, line)
    await done
    line.underWay -= 1
    if (line.waiting.length > 0) void this.begin(name, line)
    else if (line.underWay === 0 && !line.isGathering) this.lines.delete(name)
  }

  private async work(batch: readonly Item<In, Out>[]): Promise<void> {
    try {
      const results = await this.settings.work(batch.map(({ value }) => value))
      for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Out)
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }
}
