import { SIGNATURE_TOLERANCE_MS } from '../../src-shared/publish/sign-request.ts'
import type { WriteDb } from './db.ts'

/**
 * Remembers a signature; false when it was seen before (requirements.md NHN-140). Kept on disk, because a restart
 * must not let a recorded request in again, and dropped once its time alone would refuse it.
 */
export function claimSignature(db: WriteDb, mac: string, at: number): boolean {
  db.run('delete from signature where at < ?', at - 3 * SIGNATURE_TOLERANCE_MS)
  return db.run('insert into signature (mac, at) values (?, ?) on conflict do nothing', mac, at) === 1
}
