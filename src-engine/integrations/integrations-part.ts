import { WEBHOOK_TIMEOUT_MS } from '../../src-shared/integrations/attempts.ts'
import type { MakePart } from '../part.ts'
import { addBotEventRoute } from './bot-event-route.ts'
import { addContactRoutingRoute } from './contact-routing-route.ts'
import { EXPIRE, expireKind } from './expire-held.ts'
import { addIntegrationRoutes } from './integration-routes.ts'
import { addMediaLinkRoute } from './media-link-route.ts'
import { addServiceRoutes } from './service-routes.ts'
import { TELL, takeRouted } from './take-routed.ts'
import { tellKind } from './tell.ts'

/** Bots and agent desks elsewhere, and who is routed to them (requirements.md IMI-01…IMI-26). */
export function integrationsPart({ timeoutMs = WEBHOOK_TIMEOUT_MS } = {}): MakePart {
  return engine => {
    const host = { ...engine, timeoutMs }
    return {
      addRoutes(api) {
        addIntegrationRoutes(api, host)
        addServiceRoutes(api, engine)
        addBotEventRoute(api, engine)
        addMediaLinkRoute(api, engine)
        addContactRoutingRoute(api, engine)
      },
      deliveries: { [TELL]: tellKind(host), [EXPIRE]: expireKind(engine) },
      takes: (tx, inputs) => takeRouted(engine, tx, inputs),
    }
  }
}
