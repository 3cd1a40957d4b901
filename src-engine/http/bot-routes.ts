import type { BotId } from '../../src-shared/document/ids.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import {
  type BotHistory,
  botHistorySchema,
  botListSchema,
  botStatusSchema,
} from '../../src-shared/publish/protocol.ts'
import type { Engine } from '../engine.ts'
import { botStatus, statusOf } from '../publishing/bot-status.ts'
import { auditOf } from '../store/audit.ts'
import { findBot, listBots } from '../store/bots.ts'
import { type Api, addRoute } from './add-route.ts'
import { botPath } from './paths.ts'
import { json } from './route.ts'

/** What the engine says of its bots. */
export function addBotRoutes(api: Api, engine: Engine): void {
  const { db } = engine
  const get = { method: 'GET', tag: 'bots', scope: 'read', token: true } as const
  addRoute(api, {
    ...get,
    path: '/v1/bots',
    summary: 'All bots',
    answers: { 200: json(botListSchema, 'How each is now') },
    handler: async () => {
      const bots = await listBots(db)
      return ok({ bots: await Promise.all(bots.map(bot => botStatus(db, bot, engine.publicUrl()))) })
    },
  })
  addRoute(api, {
    ...get,
    path: '/v1/bots/:bot',
    summary: 'A bot and its versions',
    params: botPath,
    answers: { 200: json(botStatusSchema, 'How it is now') },
    refuses: ['bot/not-found'],
    handler: ({ params }) => statusOf(engine, params.bot),
  })
  addRoute(api, {
    ...get,
    path: '/v1/bots/:bot/history',
    summary: 'Who did what with a bot',
    params: botPath,
    answers: { 200: json(botHistorySchema, 'Every change, the oldest first') },
    refuses: ['bot/not-found'],
    handler: ({ params }) => historyOf(engine, params.bot),
  })
}

async function historyOf({ db }: Engine, id: BotId): Promise<Result<BotHistory>> {
  if (!(await findBot(db, id))) return fault('bot/not-found', 'Publish it first.')
  const entries = (await auditOf(db, id)).map(({ bot: _, ...entry }) => entry)
  return ok({ entries })
}
