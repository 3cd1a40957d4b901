import { randomBytes } from 'node:crypto'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type { EngineDb } from './db.ts'
import type { Sealer } from './seal.ts'
import { sealEverything } from './seal-everything.ts'
import { Vault } from './vault.ts'
import { wakeEverything } from './wake-everything.ts'

/** What the key of the data is sealed about. */
const ABOUT = 'data-key'
const NAME = 'first'
/** The name that who looks at the key locks, so that processes which start together wait for the first. */
const LOCK = 'data-key'

type Locked = EngineDb & Readonly<{ unlock: (vault: Vault) => void | Promise<void> }>
type Row = Readonly<{ sealed: string; done: number }>

/**
 * Opens data that were migrated: with the key that is in them, sealed with the engine's own, or a new one for new data.
 * What an older engine wrote plainly is sealed now. 'engine-data/other-key' when the engine's key does not fit: nothing
 * is read or written then.
 */
export async function unlockData(db: Locked, seal: Sealer): Promise<Result<null>> {
  const found = await keyOf(db, seal)
  if (!found.ok) return found
  const vault = new Vault(found.value)
  if (db.isShared)
    await db.atomically(async tx => {
      await tx.lock([LOCK])
      await unlock(db, vault)
    })
  else await unlock(db, vault)
  return ok(null)
}

async function unlock(db: Locked, vault: Vault): Promise<void> {
  const row = await db.get<Row>('select sealed, done from data_key where name = ?', NAME)
  if (row?.done === 1) return db.unlock(vault)
  const sealed = await sealEverything(db, vault)
  await db.unlock(vault)
  if (sealed > 0) {
    await renewJobs(db)
    // Plain text stays on the disk in places that are free, until they are written anew.
    await db.scrub()
  }
  await db.atomically(tx => tx.run('update data_key set done = 1 where name = ?', NAME))
}

/** Jobs name people too, and a queue that goes on under another name would be two. */
async function renewJobs(db: EngineDb): Promise<void> {
  if (!db.isShared) return
  const [found] = await db.all<{ name: string | null }>(
    "select to_regclass('graphile_worker._private_jobs')::text as name",
  )
  if (found?.name === null) return
  await db.atomically(async tx => {
    await tx.run('delete from graphile_worker._private_jobs')
    await tx.run('delete from graphile_worker._private_job_queues')
    await wakeEverything(tx, true, Date.now())
  })
}

async function keyOf(db: EngineDb, seal: Sealer): Promise<Result<Uint8Array>> {
  const { sealed } = await db.atomically(async tx => {
    await tx.lock([LOCK])
    const known = await tx.get<Row>('select sealed, done from data_key where name = ?', NAME)
    if (known) return known
    const made = { sealed: seal.seal(randomBytes(32).toString('base64url'), ABOUT), done: 0 }
    await tx.insert('data_key', [{ name: NAME, ...made }])
    return made
  })
  const opened = seal.open(sealed, ABOUT)
  if (!opened.ok) return fault('engine-data/other-key', HOW)
  // The engine's key was changed for a new one: the data keep theirs.
  if (!seal.isCurrent(sealed))
    await db.atomically(tx =>
      tx.run('update data_key set sealed = ? where name = ?', seal.seal(opened.value, ABOUT), NAME),
    )
  return ok(Buffer.from(opened.value, 'base64url'))
}

const HOW =
  'Start it with the key that it had before: PARLEY_ENGINE_SEAL_KEY, or the file “seal-key” of the data folder. Nothing was changed.'
