import { SIGNATURE_TOLERANCE_MS } from '../../src-shared/publish/sign-request.ts'
import type { WriteDb } from './db.ts'

export type SeenSignature = Readonly<{ mac: string; at: number }>

/**
 * Remembers signatures; false for one that was seen before (requirements.md NHN-140). Kept on disk, because a restart
 * must not let a recorded request in again, and dropped once its time alone would refuse it.
 */
export async function claimSignatures(
  tx: WriteDb,
  signatures: readonly SeenSignature[],
): Promise<readonly boolean[]> {
  const latest = Math.max(...signatures.map(({ at }) => at))
  await tx.run('delete from signature where at < ?', latest - 3 * SIGNATURE_TOLERANCE_MS)
  const how = { conflict: 'on conflict do nothing', returning: 'mac' }
  const rows = await tx.insert<{ mac: string }>('signature', signatures, how)
  const fresh = new Set(rows.map(({ mac }) => mac))
  // The same one twice at once: the first is let in.
  return signatures.map(({ mac }) => fresh.delete(mac))
}
