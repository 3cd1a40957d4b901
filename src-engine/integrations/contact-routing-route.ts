import { ok } from '../../src-shared/kit/result.ts'
import { contactRoutingSchema } from '../../src-shared/publish/integration-protocol.ts'
import type { Engine } from '../engine.ts'
import { type Api, addRoute } from '../http/add-route.ts'
import { conversationPath } from '../http/paths.ts'
import { json } from '../http/route.ts'
import { findConversation } from '../store/conversations.ts'
import { routedConversationsOf } from '../store/routings.ts'
import { routesOf } from './routes-of.ts'
import { routableOf } from './take-routed.ts'

/** Who gets what a contact writes, and which conversations there were (requirements.md IMI-12, IMI-15, IMI-26). */
export function addContactRoutingRoute(api: Api, { db, now }: Engine): void {
  addRoute(api, {
    method: 'GET',
    path: '/v1/bots/:bot/conversations/:contact/routing',
    summary: 'Where a contact is routed',
    tag: 'integrations',
    scope: 'read',
    params: conversationPath,
    answers: {
      200: json(contactRoutingSchema, 'The flag, and the conversations with bots and agents elsewhere'),
    },
    async handler({ params: { bot, contact } }) {
      const input = { bot, contact, channel: null, locale: null, at: now() }
      const routes = await routesOf(db, [input])
      const conversation = await findConversation(db, bot, contact)
      const routable = routes && (await routableOf(db, routes, { conversation, input }))
      const conversations = (await routedConversationsOf(db, { bot, contact })).map(
        ({ bot: _, contact: __, integration, ...one }) => ({ ...one, integration: integration || null }),
      )
      return ok({
        asset: routable?.scene.asset ?? null,
        service: routable?.service.id ?? null,
        flag: routable?.routing.flag ?? ('BOT' as const),
        conversations,
      })
    },
  })
}
