import type { ReadDb } from './db.ts'

/** How much is in the data that is not done: what alarms are set on. */
export type Waiting = Readonly<Record<'inputs' | 'effects' | 'deliveries' | 'held' | 'dead', number>>

export async function countWaiting(db: ReadDb): Promise<Waiting> {
  const of = async (sql: string) => (await db.get<{ count: number }>(sql))?.count ?? 0
  const [inputs, effects, deliveries, held, dead] = await Promise.all([
    of('select count(*) as count from pending'),
    of('select count(*) as count from effect'),
    of("select count(*) as count from delivery where state = 'waiting'"),
    of("select count(*) as count from delivery where state = 'held'"),
    of("select count(*) as count from delivery where state = 'dead'"),
  ])
  return { inputs, effects, deliveries, held, dead }
}
