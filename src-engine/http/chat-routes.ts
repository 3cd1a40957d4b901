import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { placeSchema } from '../../src-shared/document/happening.ts'
import { type BotId, botIdSchema } from '../../src-shared/document/ids.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { messageIdSchema, messageRequestSchema } from '../../src-shared/publish/conversation-protocol.ts'
import { chatPage } from '../chat-page/chat-page.ts'
import { receiveInput, receiveMessage } from '../conversations/receive-message.ts'
import type { Engine } from '../engine.ts'
import { findBot } from '../store/bots.ts'
import { findConversation } from '../store/conversations.ts'
import { transcriptAfter } from '../store/messages.ts'
import { activeHash } from '../store/versions.ts'
import { addChatAssets } from './chat-assets.ts'
import { chatMessage } from './chat-message.ts'
import { afterQuery } from './conversation-routes.ts'
import { sendResult } from './problem-document.ts'
import { RateLimiter } from './rate-limiter.ts'
import { checkShape, readBody } from './read-body.ts'
import { CHAT_PAGE_HEADERS } from './security-headers.ts'

/** The visitor's id is all that protects a conversation: 128 random bits at least, so 22 characters of base64url. */
const visitorPath = z.object({
  bot: botIdSchema,
  visitor: z.string().regex(/^[A-Za-z0-9_-]{22,64}$/, 'expected 22 to 64 letters, digits, _ or -'),
})

/** Typing people are far below; many may share one address. */
const PER_VISITOR = { burst: 20, perSecond: 2 }
const PER_ADDRESS = { burst: 200, perSecond: 50 }

/** The web chat: a page, and the two unsigned addresses it talks to. It gets messages only, never events. */
export function addChatRoutes(app: FastifyInstance, engine: Engine): void {
  const limits = { visitors: new RateLimiter(PER_VISITOR), addresses: new RateLimiter(PER_ADDRESS) }
  addChatAssets(app)
  app.get('/chat/:bot', async (request, reply) => {
    const path = checkShape(z.object({ bot: botIdSchema }), request.params)
    const bot = path.ok ? await findBot(engine.db, path.value.bot) : null
    reply.code(bot ? 200 : 404).headers(CHAT_PAGE_HEADERS)
    return reply.type('text/html; charset=utf-8').send(chatPage(bot))
  })
  app.post('/chat/:bot/:visitor/messages', async (request, reply) => {
    const visit = await readVisit(engine, request, limits)
    return sendResult(reply, visit.ok ? await hear(engine, visit.value, request.body) : visit)
  })
  app.get('/chat/:bot/:visitor/messages', async (request, reply) => {
    const visit = await readVisit(engine, request, { addresses: limits.addresses })
    return sendResult(reply, visit.ok ? await lookUp(engine, visit.value, request.query) : visit)
  })
}

/** Reading is limited by address only: an open page looks for news all day. */
type Limits = Readonly<{ addresses: RateLimiter; visitors?: RateLimiter }>
type Visit = Readonly<{ bot: BotId; contact: string }>

/** Whose conversation a request is about, if it comes from the bot's own page and not in too much of a hurry. */
async function readVisit(
  { db, now }: Engine,
  request: FastifyRequest,
  limits: Limits,
): Promise<Result<Visit>> {
  const path = checkShape(visitorPath, request.params)
  if (!path.ok) return path
  if (isForeign(request)) return fault('request/forbidden', 'The chat can only be used from its own page.')
  const { bot, visitor } = path.value
  const isCalm = limits.addresses.take(request.ip, now()) && (limits.visitors?.take(visitor, now()) ?? true)
  if (!isCalm) return fault('request/too-many', 'Wait a few seconds, then try again.')
  return (await findBot(db, bot)) ? ok({ bot, contact: `web:${visitor}` }) : fault('bot/not-found')
}

async function hear(engine: Engine, visit: Visit, body: unknown): Promise<Result<unknown>> {
  const answer = await take(engine, visit, body)
  if (!answer.ok) return answer
  const { outcome, messages } = answer.value
  return ok({ outcome, messages, answering: await isAnswering(engine, visit) })
}

/** Where the visitor is, in place of a text; the page asks the browser for it. */
const locationSchema = z.strictObject({
  id: messageIdSchema,
  text: z.literal(''),
  location: placeSchema,
})

async function take(engine: Engine, visit: Visit, body: unknown): ReturnType<typeof receiveMessage> {
  const message = readBody(messageRequestSchema, body)
  if (message.ok) return receiveMessage(engine, { ...visit, message: message.value })
  const located = readBody(locationSchema, body)
  return located.ok ? receiveInput(engine, visit, { ...located.value, type: 'message' }) : message
}

async function lookUp(engine: Engine, visit: Visit, query: unknown): Promise<Result<unknown>> {
  const from = checkShape(afterQuery, query)
  if (!from.ok) return from
  const { messages, more } = await transcriptAfter(engine.db, visit.bot, visit.contact, from.value.after)
  return ok({ messages: messages.map(chatMessage), more, answering: await isAnswering(engine, visit) })
}

/** Whether the next message of a visitor can be answered: a version is active, or an open conversation goes on. */
async function isAnswering({ db }: Engine, { bot, contact }: Visit): Promise<boolean> {
  if ((await activeHash(db, bot)) !== null) return true
  return (await findConversation(db, bot, contact)).session?.state === 'open'
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
