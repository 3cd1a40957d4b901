import { randomBytes } from 'node:crypto'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { guardedUrl } from '../effects/guarded-url.ts'
import type { Engine } from '../engine.ts'
import type { By } from '../keys/manage-keys.ts'
import { AUDIT, appendAudit } from '../store/audit.ts'
import { dropCallback, saveCallback } from '../store/proactive-callbacks.ts'

type Host = Pick<Engine, 'db' | 'seal' | 'effects'>

/** What the secret of a callback is sealed about. */
export function sealedAbout(key: string): string {
  return `proactive_callback/${key}`
}

/** Who a key is of is told at an address from now on, signed with a new secret; 'request/invalid' for one of inside. */
export async function setCallback(
  { db, seal, effects }: Host,
  url: string,
  { key, at }: By,
): Promise<Result<{ url: string; secret: string }>> {
  const guarded = guardedUrl(url, effects.allowPrivate)
  if (!guarded.ok) return fault('request/invalid', `url: ${guarded.message}`)
  const secret = randomBytes(32).toString('base64url')
  await db.atomically(async tx => {
    await tx.lock([AUDIT])
    await saveCallback(tx, { key, url, secret: seal.seal(secret, sealedAbout(key)), at })
    const detail = { host: new URL(url).host }
    await appendAudit(tx, { at, key, action: 'proactive.callback', bot: '', version: '', detail })
  })
  return ok({ url, secret })
}

/** Who a key is of is not told any more. */
export function endCallback({ db }: Host, { key, at }: By): Promise<Result<{ key: string }>> {
  return db.atomically(async (tx): Promise<Result<{ key: string }>> => {
    await tx.lock([AUDIT])
    if (!(await dropCallback(tx, key))) return fault('request/not-found', 'No address is registered.')
    const detail = { host: null }
    await appendAudit(tx, { at, key, action: 'proactive.callback', bot: '', version: '', detail })
    return ok({ key })
  })
}
