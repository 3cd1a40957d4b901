import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { readBotEvent } from '../../src-shared/integrations/bot-event.ts'
import { integrationIdSchema } from '../../src-shared/integrations/service.ts'
import { fault } from '../../src-shared/kit/result.ts'
import { botEventTakenSchema } from '../../src-shared/publish/integration-protocol.ts'
import type { Engine } from '../engine.ts'
import { type Api, addRoute } from '../http/add-route.ts'
import { RateLimiter } from '../http/rate-limiter.ts'
import { json } from '../http/route.ts'
import type { ReadDb } from '../store/db.ts'
import { findIntegration, type Integration } from '../store/integrations.ts'
import { hashOf } from './manage-integrations.ts'
import { takeBotEvent } from './take-bot-event.ts'

const path = z.object({
  integration: integrationIdSchema,
  secret: z.string().regex(/^[A-Za-z0-9_-]{16,100}$/, 'expected the address as it was shown'),
})

const MAX_BODY = 262_144
/** Bots answer many customers at once; a loop of theirs must not keep everybody else waiting. */
const PER_INTEGRATION = { burst: 500, perSecond: 100 }
const KEY = /^[\x21-\x7e]{1,100}$/

/** The incoming webhook (requirements.md IMI-01, IMI-07): its address is the secret. */
export function addBotEventRoute(api: Api, engine: Engine): void {
  const limiter = new RateLimiter(PER_INTEGRATION)
  addRoute(api, {
    method: 'POST',
    path: '/hooks/bots/:integration/:secret',
    summary: 'What a bot elsewhere says and does: 1001 message, 1002 handover, 1003 close',
    tag: 'integrations',
    scope: null,
    params: path,
    body: z.unknown(),
    bodyLimit: MAX_BODY,
    answers: {
      202: json(botEventTakenSchema, 'It has its turn; `messageid` is what reports call its message'),
    },
    refuses: [
      'request/not-found',
      'request/too-many',
      'bot/not-found',
      'routing/unknown-conversation',
      'routing/closed',
      'routing/no-ccsp',
      'routing/not-bots-turn',
    ],
    async handler({ params, body, request }) {
      const integration = await integrationAt(engine.db, params)
      if (!integration) return fault('request/not-found')
      if (!limiter.take(integration.id, engine.now()))
        return fault('request/too-many', 'Wait a second, then send it again.')
      const read = readBotEvent(body)
      if (!read.ok) return read
      const key = String(request.headers['idempotency-key'] ?? '')
      return takeBotEvent(engine, { integration, read: read.value, key: KEY.test(key) ? key : null })
    },
  })
}

async function integrationAt(
  db: ReadDb,
  { integration: id, secret }: z.infer<typeof path>,
): Promise<Integration | null> {
  const integration = await findIntegration(db, id)
  if (!integration || (integration.platform !== 'own' && integration.platform !== 'other')) return null
  const [given, known] = [hashOf(secret), integration.hook].map(hash => Buffer.from(hash))
  return given && known && timingSafeEqual(given, known) ? integration : null
}
