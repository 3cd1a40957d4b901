import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type BotId, botIdSchema } from '../../src-shared/document/ids.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { chatPage } from '../chat-page/chat-page.ts'
import { receiveInput, receiveMessage } from '../conversations/receive-message.ts'
import type { Engine } from '../engine.ts'
import { findBot } from '../store/bots.ts'
import { conversationName } from '../store/conversations.ts'
import { transcriptAfter } from '../store/messages.ts'
import { standingsOf } from '../store/standings.ts'
import { type Api, addRoute } from './add-route.ts'
import { addChatAssets } from './chat-assets.ts'
import { chatMessage } from './chat-message.ts'
import {
  type ChatAnswer,
  type ChatNews,
  chatAnswerSchema,
  chatNewsSchema,
  type VisitorMessage,
  visitorMessageSchema,
  visitorPath,
} from './chat-protocol.ts'
import { afterQuery } from './paths.ts'
import { RateLimiter } from './rate-limiter.ts'
import { bytes, json } from './route.ts'
import { CHAT_PAGE_HEADERS } from './security-headers.ts'

/** Typing people are far below; many may share one address. */
const PER_VISITOR = { burst: 20, perSecond: 2 }
const PER_ADDRESS = { burst: 200, perSecond: 50 }

const HTML = 'text/html; charset=utf-8'

/** The web chat: a page, and the two unsigned addresses it talks to. It gets messages only, never events. */
export function addChatRoutes(api: Api, engine: Engine): void {
  const limits = { visitors: new RateLimiter(PER_VISITOR), addresses: new RateLimiter(PER_ADDRESS) }
  addChatAssets(api)
  addRoute(api, {
    method: 'GET',
    path: '/chat/:bot',
    summary: 'The web chat',
    tag: 'chat',
    scope: null,
    params: z.object({ bot: z.string() }),
    answers: { 200: bytes('The page', HTML), 404: bytes('A page that says that nobody is here', HTML) },
    async handler({ params, reply }) {
      const id = botIdSchema.safeParse(params.bot)
      const bot = id.success ? await findBot(engine.db, id.data) : null
      reply.code(bot ? 200 : 404).headers(CHAT_PAGE_HEADERS)
      return reply.type(HTML).send(chatPage(bot))
    },
  })
  const of = {
    path: '/chat/:bot/:visitor/messages',
    tag: 'chat',
    scope: null,
    params: visitorPath,
    refuses: ['bot/not-found', 'request/forbidden', 'request/too-many'],
  } as const
  addRoute(api, {
    ...of,
    method: 'POST',
    summary: 'A message of a visitor',
    body: visitorMessageSchema,
    answers: { 200: json(chatAnswerSchema, 'What the bot said to it') },
    async handler({ params, body, request }) {
      const visit = await readVisit(engine, { ...params, request, limits })
      return visit.ok ? hear(engine, visit.value, body) : visit
    },
  })
  addRoute(api, {
    ...of,
    method: 'GET',
    summary: 'What both sides said to a visitor',
    query: afterQuery,
    answers: { 200: json(chatNewsSchema, 'The messages after that number') },
    async handler({ params, query, request }) {
      const visit = await readVisit(engine, { ...params, request, limits: { addresses: limits.addresses } })
      return visit.ok ? ok(await newsOf(engine, visit.value, query.after)) : visit
    },
  })
}

/** Reading is limited by address only: an open page looks for news all day. */
type Limits = Readonly<{ addresses: RateLimiter; visitors?: RateLimiter }>
type Visitor = Readonly<{ bot: BotId; visitor: string; request: FastifyRequest; limits: Limits }>
type Visit = Readonly<{ bot: BotId; contact: string }>

/** Whose conversation a request is about, if it comes from the bot's own page and not in too much of a hurry. */
async function readVisit(
  { db, now }: Engine,
  { bot, visitor, request, limits }: Visitor,
): Promise<Result<Visit>> {
  if (isForeign(request)) return fault('request/forbidden', 'The chat can only be used from its own page.')
  const isCalm = limits.addresses.take(request.ip, now()) && (limits.visitors?.take(visitor, now()) ?? true)
  if (!isCalm) return fault('request/too-many', 'Wait a few seconds, then try again.')
  return (await findBot(db, bot)) ? ok({ bot, contact: `web:${visitor}` }) : fault('bot/not-found')
}

async function hear(engine: Engine, visit: Visit, body: VisitorMessage): Promise<Result<ChatAnswer>> {
  const answer = await ('location' in body
    ? receiveInput(engine, visit, { ...body, type: 'message' })
    : receiveMessage(engine, { ...visit, message: body }))
  if (!answer.ok) return answer
  const { outcome, messages } = answer.value
  return ok({ outcome, messages, answering: await isAnswering(engine, visit) })
}

async function newsOf(engine: Engine, visit: Visit, after: number): Promise<ChatNews> {
  const { messages, more } = await transcriptAfter(engine.db, visit.bot, visit.contact, after)
  return { messages: messages.map(chatMessage), more, answering: await isAnswering(engine, visit) }
}

/** Whether the next message of a visitor can be answered: a version is active, or an open conversation goes on. */
async function isAnswering({ db }: Engine, visit: Visit): Promise<boolean> {
  const standing = (await standingsOf(db, [visit])).get(conversationName(visit))
  return standing?.active != null || standing?.conversation.session?.state === 'open'
}

/** Browsers say where a request comes from; other pages may not talk in a visitor's name. */
function isForeign({ headers }: FastifyRequest): boolean {
  const { origin, host, 'sec-fetch-site': site } = headers
  return (site !== undefined && site !== 'same-origin') || (origin !== undefined && !isOriginOf(origin, host))
}

/** The scheme is left out: a proxy in front may speak TLS where this engine does not. */
function isOriginOf(origin: string, host: string | undefined): boolean {
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host
}
