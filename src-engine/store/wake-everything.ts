import type { To } from './conversations.ts'
import type { WriteDb } from './db.ts'
import { addJobs } from './jobs.ts'
import { deliverJob, effectJob, timeJob } from './wake-jobs.ts'

/**
 * Jobs for all that waits in restored data: on PostgreSQL nobody looks for it without one. An engine on SQLite looks
 * through its data at its start.
 */
export async function wakeEverything(tx: WriteDb, isOnPostgres: boolean, now: number): Promise<void> {
  if (!isOnPostgres) return
  const times = await tx.all<To & Readonly<{ dueAt: number }>>(
    'select bot, contact, due_at as "dueAt" from conversation where due_at is not null',
  )
  const effects = await tx.all<To & Readonly<{ id: string }>>('select bot, contact, id from effect')
  const queues = await tx.all<{ queue: string }>(
    "select distinct queue from delivery where state = 'waiting'",
  )
  await addJobs(tx, [
    ...times.map(({ dueAt, ...to }) => timeJob(to, dueAt, now)),
    ...effects.map(({ id, ...to }) => effectJob(to, id)),
    ...queues.map(({ queue }) => deliverJob(queue)),
  ])
}
