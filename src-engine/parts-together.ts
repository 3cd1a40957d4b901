import type { DoneTurn } from './conversations/run-turn.ts'
import type { TakeTurn } from './conversations/take-turn.ts'
import type { DeliveryKind } from './deliveries/delivery-kind.ts'
import type { EnginePart } from './part.ts'
import type { ReadDb, WriteDb } from './store/db.ts'
import type { Delivery, NewDelivery } from './store/deliveries.ts'
import type { Inbound } from './store/inbound.ts'

/** What all parts of an engine do, asked at once. */
export class PartsTogether {
  readonly all: readonly EnginePart[]
  readonly kinds: ReadonlyMap<string, DeliveryKind>

  constructor(all: readonly EnginePart[]) {
    this.all = all
    this.kinds = new Map(all.flatMap(part => Object.entries(part.deliveries ?? {})))
  }

  async deliveriesOf(tx: ReadDb, done: readonly DoneTurn[]): Promise<readonly NewDelivery[]> {
    return (await Promise.all(this.all.map(part => part.deliveriesOf?.(tx, done) ?? []))).flat()
  }

  async deliveriesOfEnded(tx: ReadDb, ended: Delivery): Promise<readonly NewDelivery[]> {
    return (await Promise.all(this.all.map(part => part.deliveriesOfEnded?.(tx, ended) ?? []))).flat()
  }

  async inTurns(tx: WriteDb, done: readonly DoneTurn[]): Promise<void> {
    await Promise.all(this.all.map(part => part.inTurns?.(tx, done)))
  }

  /** The first part that makes a turn makes it. */
  async takes(tx: WriteDb, inputs: readonly Inbound[]): Promise<TakeTurn> {
    const asked = await Promise.all(this.all.map(part => part.takes?.(tx, inputs) ?? null))
    const takers = asked.filter(taker => taker !== null)
    return async (standing, inbound) => {
      for (const take of takers) {
        const turn = await take(standing, inbound)
        if (turn) return turn
      }
      return null
    }
  }

  close(): void {
    for (const part of this.all) part.close?.()
  }
}
