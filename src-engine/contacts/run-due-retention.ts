import type { Engine } from '../engine.ts'
import { ENGINE_KEY } from '../publishing/roll-back.ts'
import { noteRetentionRan, RETENTION, readRetention } from '../store/retention.ts'
import type { RetentionJob } from './retention.ts'

const RUN_EVERY_MS = 60 * 60_000

/** Removes what is too old if nobody did within the hour: of several processes on one database, one does it. */
export async function runDueRetention(
  { db, now, onBug }: Pick<Engine, 'db' | 'now' | 'onBug'>,
  job: Pick<RetentionJob, 'run' | 'isOver'>,
): Promise<void> {
  try {
    const at = now()
    const isMine = await db.atomically(async tx => {
      await tx.lock([RETENTION])
      const { days, ranAt } = await readRetention(tx)
      const isAsked = Object.values(days).some(value => value !== null)
      if (!isAsked || (ranAt !== null && at - ranAt < RUN_EVERY_MS)) return false
      await noteRetentionRan(tx, at)
      return true
    })
    if (isMine) await job.run({ key: ENGINE_KEY, at })
  } catch (error) {
    // It is tried again at the next look; an engine that ends closes its data under it.
    if (!job.isOver) onBug(error)
  }
}
