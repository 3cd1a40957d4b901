import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { type BotId, botIdSchema } from '../../src-shared/document/ids.ts'
import { DOCUMENT_VERSION } from '../../src-shared/document/migrations.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { versionTextSchema } from '../../src-shared/lifecycle/version-number.ts'
import {
  activateRequestSchema,
  type BotHistory,
  type BotList,
  type BotStatus,
  deactivateRequestSchema,
  type EngineInfo,
  MAX_REQUEST_BYTES,
  PROTOCOL_VERSION,
  publishRequestSchema,
} from '../../src-shared/publish/protocol.ts'
import type { Engine } from '../engine.ts'
import { activateBot } from '../publishing/activate-bot.ts'
import { botStatus } from '../publishing/bot-status.ts'
import { deactivateBot } from '../publishing/deactivate-bot.ts'
import { publishBot } from '../publishing/publish-bot.ts'
import { auditOf } from '../store/audit.ts'
import { findBot, listBots } from '../store/bots.ts'
import type { EngineDb } from '../store/db.ts'
import { keyIdOf } from './authenticate.ts'
import { sendFault, sendResult } from './problem-document.ts'
import { checkShape, readBody } from './read-body.ts'

const botPath = z.object({ bot: botIdSchema })
const versionPath = z.object({ bot: botIdSchema, version: versionTextSchema })

type Change<Path, Body> = Readonly<{
  path: Result<Path>
  body: Result<Body>
  apply: (
    db: EngineDb,
    change: Path & Readonly<{ request: Body; key: string; at: number }>,
  ) => Promise<Result<null>>
}>

/** The paths of src-shared/publish/protocol.ts. */
export function addPublishRoutes(app: FastifyInstance, engine: Engine): void {
  const { db } = engine
  app.get('/v1/engine', async (): Promise<EngineInfo> => {
    return {
      engine: 'Parley',
      protocol: PROTOCOL_VERSION,
      documentVersion: DOCUMENT_VERSION,
      account: engine.account,
    }
  })
  app.get('/v1/bots', async (): Promise<BotList> => {
    const bots = await listBots(db)
    return { bots: await Promise.all(bots.map(bot => botStatus(db, bot, engine.publicUrl()))) }
  })
  app.get('/v1/bots/:bot', async (request, reply) => {
    const path = checkShape(botPath, request.params)
    return sendResult(reply, path.ok ? await statusOf(engine, path.value.bot) : path)
  })
  app.get('/v1/bots/:bot/history', async (request, reply) => {
    const path = checkShape(botPath, request.params)
    return sendResult(reply, path.ok ? await historyOf(engine, path.value.bot) : path)
  })

  app.put('/v1/bots/:bot/versions/:version', { bodyLimit: MAX_REQUEST_BYTES }, async (request, reply) => {
    const path = checkShape(versionPath, request.params)
    const body = readBody(publishRequestSchema, request.body)
    return answerChange(engine, reply, { path, body, apply: publishBot })
  })
  app.post('/v1/bots/:bot/activate', async (request, reply) => {
    const path = await knownBot(engine, request.params)
    const body = readBody(activateRequestSchema, request.body)
    return answerChange(engine, reply, { path, body, apply: activateBot })
  })
  app.post('/v1/bots/:bot/deactivate', async (request, reply) => {
    const path = await knownBot(engine, request.params)
    const body = readBody(deactivateRequestSchema, request.body)
    return answerChange(engine, reply, { path, body, apply: deactivateBot })
  })
}

/** Makes a change and answers the state it leaves the bot in. */
async function answerChange<Path extends { bot: BotId }, Body>(
  engine: Engine,
  reply: FastifyReply,
  change: Change<Path, Body>,
): Promise<FastifyReply> {
  const { path, body, apply } = change
  if (!path.ok) return sendFault(reply, path)
  if (!body.ok) return sendFault(reply, body)
  const done = await apply(engine.db, {
    ...path.value,
    request: body.value,
    key: keyIdOf(reply.request),
    at: engine.now(),
  })
  return sendResult(reply, done.ok ? await statusOf(engine, path.value.bot) : done)
}

async function knownBot({ db }: Engine, params: unknown): Promise<Result<{ bot: BotId }>> {
  const path = checkShape(botPath, params)
  return !path.ok || (await findBot(db, path.value.bot)) ? path : fault('bot/not-found', 'Publish it first.')
}

async function statusOf({ db, publicUrl }: Engine, id: BotId): Promise<Result<BotStatus>> {
  const bot = await findBot(db, id)
  return bot ? ok(await botStatus(db, bot, publicUrl())) : fault('bot/not-found', 'Publish it first.')
}

async function historyOf({ db }: Engine, id: BotId): Promise<Result<BotHistory>> {
  if (!(await findBot(db, id))) return fault('bot/not-found', 'Publish it first.')
  const audit = await auditOf(db, id)
  const entries = audit.map(({ at, key, action, version, detail }) => ({
    at,
    key,
    action,
    version,
    detail,
  }))
  return ok({ entries })
}
