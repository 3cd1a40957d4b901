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
import { keyIdOf } from './authenticate.ts'
import { sendResult } from './problem-document.ts'
import { checkShape, readBody } from './read-body.ts'

const botPath = z.object({ bot: botIdSchema })
const versionPath = z.object({ bot: botIdSchema, version: versionTextSchema })

type Change = Readonly<{ reply: FastifyReply; bot: Result<{ bot: BotId }>; change: (at: Readonly<{ bot: BotId; key: string; at: number }>) => Result<null> }>

/** The paths of src-shared/publish/protocol.ts. */
export function addPublishRoutes(app: FastifyInstance, engine: Engine): void {
  const { db, now } = engine
  app.get('/v1/engine', async (): Promise<EngineInfo> => {
    return { engine: 'Parley', protocol: PROTOCOL_VERSION, documentVersion: DOCUMENT_VERSION, account: engine.account }
  })
  app.get('/v1/bots', async (): Promise<BotList> => {
    return { bots: listBots(db).map(bot => botStatus(db, bot, engine.publicUrl())) }
  })
  app.get('/v1/bots/:bot', async (request, reply) => {
    const path = checkShape(botPath, request.params)
    return sendResult(reply, path.ok ? statusOf(engine, path.value.bot) : path)
  })
  app.get('/v1/bots/:bot/history', async (request, reply) => {
    const path = checkShape(botPath, request.params)
    return sendResult(reply, path.ok ? historyOf(engine, path.value.bot) : path)
  })

  /** Makes a change and answers the state it leaves the bot in. */
  const make = ({ reply, bot, change }: Change) => {
    if (!bot.ok) return sendResult(reply, bot)
    const key = keyIdOf(reply.request)
    const done = change({ bot: bot.value.bot, key, at: now() })
    return sendResult(reply, done.ok ? statusOf(engine, bot.value.bot) : done)
  }
  app.put('/v1/bots/:bot/versions/:version', { bodyLimit: MAX_REQUEST_BYTES }, async (request, reply) => {
    const path = checkShape(versionPath, request.params)
    const body = readBody(publishRequestSchema, request.body)
    const change: Change['change'] = at =>
      path.ok && body.ok ? publishBot(db, { ...at, version: path.value.version, request: body.value }) : body.ok ? ok(null) : body
    return make({ reply, bot: path, change })
  })
  app.post('/v1/bots/:bot/activate', async (request, reply) => {
    const body = readBody(activateRequestSchema, request.body)
    const change: Change['change'] = at => (body.ok ? activateBot(db, { ...at, request: body.value }) : body)
    return make({ reply, bot: knownBot(engine, request.params), change })
  })
  app.post('/v1/bots/:bot/deactivate', async (request, reply) => {
    const body = readBody(deactivateRequestSchema, request.body)
    const change: Change['change'] = at => (body.ok ? deactivateBot(db, { ...at, request: body.value }) : body)
    return make({ reply, bot: knownBot(engine, request.params), change })
  })
}

function knownBot({ db }: Engine, params: unknown): Result<{ bot: BotId }> {
  const path = checkShape(botPath, params)
  return !path.ok || findBot(db, path.value.bot) ? path : fault('bot/not-found', 'Publish it first.')
}

function statusOf({ db, publicUrl }: Engine, id: BotId): Result<BotStatus> {
  const bot = findBot(db, id)
  return bot ? ok(botStatus(db, bot, publicUrl())) : fault('bot/not-found', 'Publish it first.')
}

function historyOf({ db }: Engine, id: BotId): Result<BotHistory> {
  if (!findBot(db, id)) return fault('bot/not-found', 'Publish it first.')
  const entries = auditOf(db, id).map(({ at, key, action, version, detail }) => ({ at, key, action, version, detail }))
  return ok({ entries })
}
