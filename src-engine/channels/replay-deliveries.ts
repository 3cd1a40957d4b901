import type { Engine } from '../engine.ts'
import { deadOf } from '../store/deliveries.ts'

/** Makes deliveries to a target again: those that are named, or all that were given up; answers how many. */
export async function replayDeliveries(
  { db, deliveries }: Pick<Engine, 'db' | 'deliveries'>,
  target: string,
  named: readonly number[] | undefined,
): Promise<number> {
  return db.atomically(async tx => {
    const seqs = await deadOf(tx, target, named)
    await deliveries.again(tx, seqs)
    return seqs.length
  })
}
