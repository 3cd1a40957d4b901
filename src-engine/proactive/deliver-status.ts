import type { DeliveryKind } from '../deliveries/delivery-kind.ts'
import { wordsForFailure } from '../effects/call-http.ts'
import { postSigned } from '../effects/post-signed.ts'
import type { Engine } from '../engine.ts'
import { findApiKey } from '../store/api-keys.ts'
import { findCallback } from '../store/proactive-callbacks.ts'
import { sealedAbout } from './manage-callback.ts'

type Host = Pick<Engine, 'db' | 'seal' | 'now' | 'effects'>

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
/** A day in all. */
const WAITS = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
]

/** How senders are told: signed, again for a day when they do not take it, and not any more when they answer 410. */
export function statusDelivery(host: Host): DeliveryKind {
  return {
    async deliver({ target, payload }, signal) {
      const key = target.slice(target.indexOf('/') + 1)
      const callback = await findCallback(host.db, key)
      const isRevoked = ((await findApiKey(host.db, key))?.revokedAt ?? null) !== null
      if (!callback || isRevoked) return { outcome: 'refused', error: 'Its sender is not told any more.' }
      const secret = host.seal.open(callback.secret, sealedAbout(key))
      if (!secret.ok) return { outcome: 'failed', error: secret.message }
      try {
        const { status } = await postSigned(host, {
          ...{ url: callback.url, secret: secret.value, body: payload, signal },
        })
        if (status >= 200 && status < 300) return { outcome: 'done' }
        const error = `The address answered with status ${status}.`
        return status === 410 ? { outcome: 'refused', error } : { outcome: 'failed', error }
      } catch (error) {
        return { outcome: 'failed', error: wordsForFailure(error) }
      }
    },
    retryAfterMs: attempts => WAITS[attempts - 1] ?? null,
  }
}
