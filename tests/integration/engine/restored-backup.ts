import { Readable } from 'node:stream'
import { expect } from 'vitest'
import { restoreBackup } from '../../../src-engine/backup/restore-backup.ts'
import { brokenAuditAt } from '../../../src-engine/store/audit.ts'
import { createSealer } from '../../../src-engine/store/seal.ts'
import { signRequest } from '../../../src-shared/publish/sign-request.ts'
import { openData } from './scratch-data.ts'
import { scratchFolder } from './scratch-engine.ts'
import { KEY_ID, SEAL_KEYS, SECRET } from './test-key.ts'

/** Where the data of an engine are now, what a query says of them, and what of the audit log is broken. */
export type Restored = Readonly<{ folder: string; rows: readonly unknown[]; broken: number | null }>

/** What a backup of a running engine holds, restored into a folder of its own. */
export async function restored(url: string, sql: string, now = Date.now): Promise<Restored> {
  const headers = { 'x-parley-key': KEY_ID, 'x-signature': signRequest(SECRET, now() / 1000, '') }
  const answer = await fetch(`${url}/v1/backup`, { headers })
  const backup = Buffer.from(await answer.arrayBuffer())
  const folder = scratchFolder()
  const { db } = await openData(folder)
  const host = { db, seal: createSealer(SEAL_KEYS), now: Date.now }
  expect(await restoreBackup(host, Readable.from([backup]))).toMatchObject({ ok: true })
  const rows = await db.all(sql)
  const broken = await brokenAuditAt(db)
  await db.close()
  return { folder, rows, broken }
}
