import { ok, type Result } from '../../src-shared/kit/result.ts'
import {
  type Retention,
  type RetentionChange,
  retentionChangeSchema,
  retentionRunSchema,
  retentionSchema,
} from '../../src-shared/publish/retention-protocol.ts'
import type { Engine } from '../engine.ts'
import { addRoute } from '../http/add-route.ts'
import { json } from '../http/route.ts'
import type { By } from '../keys/manage-keys.ts'
import type { MakePart } from '../part.ts'
import { AUDIT, appendAudit } from '../store/audit.ts'
import { RETENTION, readRetention, saveRetentionDays } from '../store/retention.ts'
import { RetentionJob } from './retention.ts'
import { runDueRetention } from './run-due-retention.ts'

/** How often it is looked whether it is time. */
const LOOK_EVERY_MS = 10 * 60_000

/** How long what is known of people is kept (requirements.md NHN-144). */
export const retentionPart: MakePart = engine => {
  const job = new RetentionJob(engine)
  const timer = setInterval(() => void runDueRetention(engine, job), LOOK_EVERY_MS)
  timer.unref()
  const of = { tag: 'contacts', scope: 'admin', path: '/v1/retention' } as const
  const answers = { 200: json(retentionSchema, 'Days by the class of data; null keeps it for ever') }
  return {
    close() {
      clearInterval(timer)
      job.end()
    },
    addRoutes(api) {
      addRoute(api, {
        ...{ ...of, method: 'GET', answers, summary: 'How long what is known of people is kept' },
        handler: async () => ok(await readRetention(engine.db)),
      })
      addRoute(api, {
        ...{ ...of, method: 'PUT', answers, summary: 'Say how long what is known of people is kept' },
        body: retentionChangeSchema,
        handler: ({ body, key }) => changeRetention(engine, body, { key, at: engine.now() }),
      })
      addRoute(api, {
        ...of,
        method: 'POST',
        path: '/v1/retention/run',
        summary: 'Remove what is too old now, and not within the hour',
        answers: { 200: json(retentionRunSchema, 'How much of each class was removed') },
        handler: async ({ key }) => ok(await job.run({ key, at: engine.now() })),
      })
    },
  }
}

function changeRetention(
  { db }: Engine,
  change: RetentionChange,
  { key, at }: By,
): Promise<Result<Retention>> {
  return db.atomically(async tx => {
    await tx.lock([AUDIT, RETENTION])
    const { days, ranAt } = await readRetention(tx)
    const given = Object.entries(change).filter(([, value]) => value !== undefined)
    const next = { ...days, ...Object.fromEntries(given) }
    await saveRetentionDays(tx, next)
    await appendAudit(tx, { at, key, action: 'retention.change', bot: '', version: '', detail: { ...next } })
    return ok({ days: next, ranAt })
  })
}
