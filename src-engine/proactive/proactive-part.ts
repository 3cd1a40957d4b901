import { RateLimiter } from '../http/rate-limiter.ts'
import type { MakePart } from '../part.ts'
import { addCallbackRoutes } from './callback-routes.ts'
import { statusDelivery } from './deliver-status.ts'
import { followConsents } from './follow-consents.ts'
import { addConsentRoutes, addMessageRoutes, addTokenRoutes } from './proactive-routes.ts'
import { STATUS_KIND, tellOfEnded, tellOfTurns } from './tell-senders.ts'

/** Recipients of one key: two full batches at once, then what a phone number may send in a second. */
const PER_KEY = { burst: 2000, perSecond: 80 }

/** Conversations that the company begins, and who agreed to them (requirements.md KAR-01…KAR-10, NHN-36). */
export function proactivePart(limits = PER_KEY): MakePart {
  return engine => {
    const limiter = new RateLimiter(limits)
    return {
      addRoutes(api) {
        addTokenRoutes(api, engine)
        addMessageRoutes(api, engine, limiter)
        addConsentRoutes(api, engine, limiter)
        addCallbackRoutes(api, engine)
      },
      deliveries: { [STATUS_KIND]: statusDelivery(engine) },
      deliveriesOf: (tx, done) => tellOfTurns(tx, done, engine.now()),
      deliveriesOfEnded: (tx, ended) => tellOfEnded(tx, ended, engine.now()),
      inTurns: (tx, done) => followConsents(tx, done, engine.now()),
    }
  }
}
