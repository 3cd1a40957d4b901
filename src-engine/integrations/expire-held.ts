import { HELD_FOR_MS } from '../../src-shared/integrations/attempts.ts'
import type { DeliveryKind } from '../deliveries/delivery-kind.ts'
import type { Engine } from '../engine.ts'
import { dropHeld, type NewDelivery } from '../store/deliveries.ts'
import { findIntegration, targetOf } from '../store/integrations.ts'

/** The kind of a look at what is held too long. */
export const EXPIRE = 'integration-expiry'
const LOOK_AGAIN_MS = 3_600_000

/** Asks for looks at what is held, from the time a webhook became inactive (epoch ms) until it is active again. */
export function expiryOf(integration: string, openedAt: number): NewDelivery {
  return {
    id: `${EXPIRE}/${integration}/${openedAt}`,
    kind: EXPIRE,
    queue: `${EXPIRE}/${integration}`,
    target: `${EXPIRE}/${integration}`,
    bot: '',
    contact: '',
    payload: { integration },
  }
}

/** Makes dead letters of what is held for a day (requirements.md IMI-18). */
export function expireKind({ db, now }: Pick<Engine, 'db' | 'now'>): DeliveryKind {
  return {
    async deliver({ payload }) {
      const id = String(payload.integration)
      await db.atomically(tx => dropHeld(tx, targetOf(id), { before: now() - HELD_FOR_MS, at: now() }))
      const integration = await findIntegration(db, id)
      if (integration?.state !== 'inactive') return { outcome: 'done' }
      return { outcome: 'failed', error: 'It is still inactive.' }
    },
    retryAfterMs: () => LOOK_AGAIN_MS,
  }
}
