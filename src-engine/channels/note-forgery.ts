import type { Engine } from '../engine.ts'
import { type Channel, noteTrouble } from '../store/channels.ts'

/** At most one request with a wrong signature is told about in this time. */
const TROUBLE_EVERY_MS = 60_000

/** Shows with a channel that a request came which was signed with another secret. */
export async function noteForgery(
  { db, now }: Pick<Engine, 'db' | 'now'>,
  { id, lastErrorAt }: Channel,
  secret: 'app secret' | 'auth token' | 'signing secret',
): Promise<void> {
  if (lastErrorAt !== null && now() - lastErrorAt < TROUBLE_EVERY_MS) return
  await db.atomically(tx =>
    noteTrouble(tx, id, `A request came with a wrong signature; look at the ${secret}.`, now()),
  )
}
