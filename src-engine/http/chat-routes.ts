import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type BotId, botIdSchema } from '../../src-shared/document/ids.ts'
import { type Fault, fault } from '../../src-shared/kit/result.ts'
import { messageRequestSchema } from '../../src-shared/publish/conversation-protocol.ts'
import { chatPage } from '../chat-page/chat-page.ts'
import { receiveMessage } from '../conversations/receive-message.ts'
import type { Engine } from '../engine.ts'
import { findBot } from '../store/bots.ts'
import { findConversation } from '../store/conversations.ts'
import { transcriptAfter } from '../store/messages.ts'
import { activeHash } from '../store/versions.ts'
import { addChatAssets } from './chat-assets.ts'
import { afterQuery } from './conversation-routes.ts'
import { sendFault } from './problem-document.ts'
import { RateLimiter } from './rate-limiter.ts'
import { checkShape, readBody } from './read-body.ts'
import { CHAT_PAGE_POLICY } from './security-headers.ts'

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
  const { db, now } = engine
  const visitors = new RateLimiter(PER_VISITOR)
  const addresses = new RateLimiter(PER_ADDRESS)
  addChatAssets(app)
  app.get('/chat/:bot', async (request, reply) => {
    const path = checkShape(z.object({ bot: botIdSchema }), request.params)
    const bot = path.ok ? findBot(db, path.value.bot) : null
    reply
      .code(bot ? 200 : 404)
      .header('content-security-policy', CHAT_PAGE_POLICY)
      .type('text/html; charset=utf-8')
    return chatPage(bot)
  })
  app.post('/chat/:bot/:visitor/messages', async (request, reply) => {
    const path = checkShape(visitorPath, request.params)
    if (!path.ok) return sendFault(reply, path)
    const { bot, visitor } = path.value
    const refusal = refuseForeign(request)
    if (refusal) return sendFault(reply, refusal)
    if (!addresses.take(request.ip, now()) || !visitors.take(visitor, now()))
      return sendFault(reply, fault('request/too-many', 'Wait a few seconds, then send it again.'))
    const message = readBody(messageRequestSchema, request.body)
    if (!message.ok) return sendFault(reply, message)
    const answer = await receiveMessage(engine, { bot, contact: contactOf(visitor), message: message.value })
    if (!answer.ok) return sendFault(reply, answer)
    const { outcome, messages } = answer.value
    return { outcome, messages, answering: isAnswering(engine, bot, visitor) }
  })
  app.get('/chat/:bot/:visitor/messages', async (request, reply) => {
    const path = checkShape(visitorPath, request.params)
    const query = checkShape(afterQuery, request.query)
    const refusal = refuseForeign(request)
    if (!path.ok) return sendFault(reply, path)
    if (!query.ok) return sendFault(reply, query)
    if (refusal) return sendFault(reply, refusal)
    const { bot, visitor } = path.value
    if (!findBot(db, bot)) return sendFault(reply, fault('bot/not-found'))
    if (!addresses.take(request.ip, now()))
      return sendFault(reply, fault('request/too-many', 'Wait a few seconds.'))
    const transcript = transcriptAfter(db, bot, contactOf(visitor), query.value.after)
    return { ...transcript, answering: isAnswering(engine, bot, visitor) }
  })
}

function contactOf(visitor: string): string {
  return `web:${visitor}`
}

/** Whether the next message of a visitor can be answered: a version is active, or an open conversation goes on. */
function isAnswering({ db }: Engine, bot: BotId, visitor: string): boolean {
  return (
    activeHash(db, bot) !== null || findConversation(db, bot, contactOf(visitor)).session?.state === 'open'
  )
}

/** Browsers say where a request comes from; other pages may not talk in a visitor's name. */
function refuseForeign({ headers }: FastifyRequest): Fault | null {
  const site = headers['sec-fetch-site']
  const { origin, host } = headers
  const isForeign =
    (site !== undefined && site !== 'same-origin') || (origin !== undefined && !isOriginOf(origin, host))
  return isForeign ? fault('request/forbidden', 'The chat can only be used from its own page.') : null
}

/** The scheme is left out: a proxy in front may speak TLS where this engine does not. */
function isOriginOf(origin: string, host: string | undefined): boolean {
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host
}
