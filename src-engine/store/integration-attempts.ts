import { listOf, type ReadDb, type WriteDb } from './db.ts'

/** One attempt to hand something over. `number` counts from 1 since it was last asked for; `at` is when it began. */
export type IntegrationAttempt = Readonly<{
  delivery: number
  number: number
  at: number
  durationMs: number
  /** `OK`, or why it failed. */
  outcome: string
  status: number | null
  /** The beginning of the answer. */
  excerpt: string
}>

export async function keepAttempt(tx: WriteDb, attempt: IntegrationAttempt): Promise<void> {
  const { durationMs, ...rest } = attempt
  await tx.insert('integration_attempt', [{ ...rest, duration_ms: durationMs }])
}

/** When the first attempt of the present run of a delivery began; null before it. */
export async function firstAttemptAt(db: ReadDb, delivery: number): Promise<number | null> {
  const sql = 'select at from integration_attempt where delivery = ? and number = 1 order by seq desc limit 1'
  return (await db.get<{ at: number }>(sql, delivery))?.at ?? null
}

/** All attempts of some deliveries, the oldest first. */
export function attemptsOf(
  db: ReadDb,
  deliveries: readonly number[],
): Promise<readonly IntegrationAttempt[]> {
  return db.all<IntegrationAttempt>(
    `select delivery, number, at, duration_ms as "durationMs", outcome, status, excerpt from integration_attempt
     where delivery in (select cast(value->>0 as bigint) from json_each(?)) order by seq`,
    listOf(deliveries.map(seq => [seq])),
  )
}
