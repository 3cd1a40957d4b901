import type { WriteDb } from './db.ts'
import type { Vault } from './vault.ts'

/** A task that a process of this database will do, soon or after `delayMs`; PostgreSQL only (graphile-worker). */
export type Job = Readonly<{
  task: string
  payload: Readonly<Record<string, string | number | null>>
  /** A job of the same key that has not begun is replaced. */
  key?: string
  /** Jobs of one queue are done one after the other. */
  queue?: string
  delayMs?: number
  attempts?: number
}>

/** Asks for jobs in the transaction of what they are about. The database's clock counts, so that ours need not agree. */
export async function addJobs(tx: WriteDb, jobs: readonly Job[]): Promise<void> {
  if (jobs.length === 0) return
  // One that is replaced by a later one of the same call is left out.
  const last = new Map(jobs.map((job, index) => [job.key ?? index, job]))
  const rows = [...last.values()].map(({ task, payload, key, queue, delayMs, attempts }) => {
    return {
      task,
      payload: JSON.stringify(sealed(tx.vault, payload)),
      key: key === undefined ? null : tx.vault.digest(key),
      queue: queue === undefined ? null : tx.vault.digest(queue),
      delay: Math.max(0, delayMs ?? 0),
      attempts: attempts ?? null,
    }
  })
  // A job that another process was just taking is neither replaced nor joined by a new one, and left out of the answer
  // (graphile-worker says so itself: "is there a risk that a conflict could occur"). Asked for again it is seen to be
  // taken, and a new one is made: without it nobody would look at what has come up since the taken one began.
  for (let left = rows; left.length > 0; ) {
    const added = new Set(
      (await tx.all<{ key: string | null }>(ADD, JSON.stringify(left))).map(({ key }) => key),
    )
    left = left.filter(({ key }) => !added.has(key))
  }
}

const ADD = `select key from graphile_worker.add_jobs(array(
  select row(task, payload::json, queue, now() + delay * interval '1 millisecond', attempts, key, null, null)
    ::graphile_worker.job_spec
  from json_to_recordset(cast(? as json))
    as j(task text, payload text, key text, queue text, delay float8, attempts integer)))`

/** What of a payload names somebody. */
const NAMING = new Set(['contact', 'queue'])

function sealed(vault: Vault, payload: Job['payload']): Job['payload'] {
  const one = (name: string, value: string | number | null) =>
    NAMING.has(name) && typeof value === 'string' ? vault.name(value) : value
  return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, one(name, value)]))
}

/** What a task is given is what was asked for; a name that does not open stays, and fits nobody. */
export function openedPayload(vault: Vault, payload: unknown): unknown {
  if (typeof payload !== 'object' || payload === null) return payload
  const one = (name: string, value: unknown) =>
    NAMING.has(name) && typeof value === 'string' ? (vault.openName(value) ?? value) : value
  return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, one(name, value)]))
}
