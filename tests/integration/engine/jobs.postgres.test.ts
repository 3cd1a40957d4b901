import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { addJobs } from '../../../src-engine/store/jobs.ts'
import { deliverJob } from '../../../src-engine/store/wake-jobs.ts'
import { databaseOf } from '../../postgres/scratch-database.ts'
import { openData } from './scratch-data.ts'
import { scratchFolder } from './scratch-engine.ts'

const WAITING = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
const JOBS = `select locked_by as by, key is not null as named from graphile_worker._private_jobs order by id`

test('what is asked for while its job is just being taken is a job of its own', async () => {
  const folder = scratchFolder()
  const { db } = await openData(folder)
  const worker = new pg.Client({ connectionString: await databaseOf(folder) })
  worker.on('error', () => {})
  await worker.connect()
  onTestFinished(async () => {
    await worker.end()
    await db.close()
  })
  const ask = () => db.atomically(tx => addJobs(tx, [deliverJob('front desk')]))
  await ask()
  await worker.query('begin')
  await worker.query("update graphile_worker._private_jobs set locked_at = now(), locked_by = 'other'")
  const asked = ask()
  await expect.poll(async () => (await db.all(WAITING)).length).toBe(1)
  await worker.query('commit')
  await asked
  expect(await db.all(JOBS)).toEqual([
    { by: 'other', named: false },
    { by: null, named: true },
  ])
})
