import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { BotId } from '../../src-shared/document/ids.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import {
  consentLedgerSchema,
  consentQuery,
  consentsNotedSchema,
  externalIdSchema,
  newConsentsSchema,
  proactiveAcceptedSchema,
  proactiveBatchSchema,
  proactiveChoiceSchema,
  proactiveIdSchema,
  proactiveRequestSchema,
  proactiveResultsSchema,
  proactiveSettingsSchema,
  proactiveStatusSchema,
} from '../../src-shared/publish/proactive-protocol.ts'
import { MAX_REQUEST_BYTES } from '../../src-shared/publish/protocol.ts'
import type { Engine } from '../engine.ts'
import { type Api, addRoute } from '../http/add-route.ts'
import { botPath } from '../http/paths.ts'
import type { RateLimiter } from '../http/rate-limiter.ts'
import { json } from '../http/route.ts'
import { findProactive } from '../store/proactive.ts'
import { admit } from './admit.ts'
import { beginMessages } from './begin-messages.ts'
import { chooseTokens, chosenTokens } from './choose-tokens.ts'
import { ledgerOf, noteConsents } from './note-consents.ts'
import { REFUSALS, resultOf } from './result-of.ts'
import { statusOf } from './status-of.ts'

const path = z.object({ external: externalIdSchema })
const OF = {
  tag: 'proactive',
  scope: 'converse',
  token: true,
  params: path,
} as const
const WHO = ['proactive/unknown-bot', 'proactive/token-not-chosen'] as const
const PEOPLE = ['proactive/unknown-channel', 'proactive/bad-recipient'] as const

/** Which tokens may begin conversations of a bot. */
export function addTokenRoutes(api: Api, engine: Engine): void {
  const of = {
    path: '/v1/bots/:bot/proactive',
    tag: 'proactive',
    scope: 'admin',
    params: botPath,
    answers: { 200: json(proactiveSettingsSchema, 'The tokens that may') },
  } as const
  addRoute(api, {
    ...of,
    method: 'GET',
    summary: 'Which tokens may begin conversations of the bot',
    refuses: ['bot/not-found'],
    handler: ({ params }) => chosenTokens(engine, params.bot),
  })
  addRoute(api, {
    ...of,
    method: 'PUT',
    summary: 'Choose the tokens that may begin conversations of the bot',
    body: proactiveChoiceSchema,
    refuses: ['bot/not-found', 'key/not-found'],
    handler: ({ params, body, key }) =>
      chooseTokens(engine, params.bot, body.tokens, { key, at: engine.now() }),
  })
}

/** Beginning conversations with contacts, and what became of them. */
export function addMessageRoutes(api: Api, engine: Engine, limiter: RateLimiter): void {
  const { db } = engine
  const refuses = [...WHO, ...PEOPLE, ...REFUSALS]
  addRoute(api, {
    ...OF,
    method: 'POST',
    path: '/v1/proactive/:external/messages',
    summary: 'Begin a conversation with a contact',
    body: proactiveRequestSchema,
    bodyLimit: MAX_REQUEST_BYTES,
    answers: {
      202: json(proactiveAcceptedSchema, 'It is kept and will be said; its id asks what became of it'),
    },
    refuses,
    async handler({ params, body, key, reply }) {
      const bot = await admitted(engine, { ...params, key, cost: 1 }, limiter, reply)
      if (!bot.ok) return bot
      const { dedupeKey, ...message } = body
      const begun = await beginMessages(engine, {
        bot: bot.value,
        key,
        messages: [message],
        dedupeKey,
        whole: body,
      })
      return begun.ok ? resultOf(begun.value) : begun
    },
  })
  addRoute(api, {
    ...OF,
    method: 'POST',
    path: '/v1/proactive/:external/batch',
    summary: 'Begin conversations with up to 1,000 contacts',
    body: proactiveBatchSchema,
    bodyLimit: MAX_REQUEST_BYTES,
    answers: { 202: json(proactiveResultsSchema, 'What is kept of each, in their order') },
    refuses: [...WHO, 'proactive/key-reused', 'request/too-many'],
    async handler({ params, body, key, reply }) {
      const { messages, dedupeKey } = body
      const bot = await admitted(engine, { ...params, key, cost: messages.length }, limiter, reply)
      if (!bot.ok) return bot
      return beginMessages(engine, { bot: bot.value, key, messages, dedupeKey, whole: body })
    },
  })
  addRoute(api, {
    ...OF,
    method: 'GET',
    path: '/v1/proactive/:external/messages/:id',
    summary: 'What became of a message',
    params: path.extend({ id: proactiveIdSchema }),
    answers: { 200: json(proactiveStatusSchema, 'How far it came') },
    refuses: [...WHO, 'proactive/unknown-message'],
    async handler({ params: { external, id }, key }) {
      const bot = await admit(engine, external, key)
      if (!bot.ok) return bot
      const row = await findProactive(db, bot.value, id)
      return row ? ok(await statusOf(db, row)) : fault('proactive/unknown-message')
    },
  })
}

/** Who agreed to be written to, and who does not want it any more. */
export function addConsentRoutes(api: Api, engine: Engine, limiter: RateLimiter): void {
  const of = { ...OF, path: '/v1/proactive/:external/consents' } as const
  addRoute(api, {
    ...of,
    method: 'POST',
    summary: 'Note who agreed to be written to, or withdrew it',
    body: newConsentsSchema,
    bodyLimit: MAX_REQUEST_BYTES,
    answers: { 201: json(consentsNotedSchema, 'How many entries the ledger has more') },
    refuses: [...WHO, ...PEOPLE, 'request/too-many'],
    async handler({ params, body, key, reply }) {
      const bot = await admitted(engine, { ...params, key, cost: body.entries.length }, limiter, reply)
      return bot.ok ? noteConsents(engine, bot.value, body, { key, at: engine.now() }) : bot
    },
  })
  addRoute(api, {
    ...of,
    method: 'GET',
    summary: 'What a contact said about being written to',
    query: consentQuery,
    answers: { 200: json(consentLedgerSchema, 'The newest 200 entries, the newest last') },
    refuses: [...WHO, ...PEOPLE],
    async handler({ params, query, key }) {
      const bot = await admit(engine, params.external, key)
      return bot.ok ? ledgerOf(engine.db, bot.value, query) : bot
    },
  })
}

/** Lets in who may, as far as they are not in too much of a hurry; each recipient counts. */
async function admitted(
  engine: Engine,
  { external, key, cost }: Readonly<{ external: string; key: string; cost: number }>,
  limiter: RateLimiter,
  reply: FastifyReply,
): Promise<Result<BotId>> {
  const now = engine.now()
  if (!limiter.take(key, now, cost)) {
    const seconds = limiter.secondsUntil(key, now, cost)
    reply.header('retry-after', String(seconds))
    return fault('request/too-many', `Send it again in ${seconds} s.`)
  }
  return admit(engine, external, key)
}
