import { z } from 'zod'
import { botIdSchema } from '../../src-shared/document/ids.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type { MessageAnswer } from '../../src-shared/publish/conversation-protocol.ts'
import type { InputOf } from '../../src-shared/runtime/input.ts'
import { chatPage } from '../chat-page/chat-page.ts'
import { receiveInput, receiveMessage } from '../conversations/receive-message.ts'
import type { Engine } from '../engine.ts'
import { findBot } from '../store/bots.ts'
import { channelsOfBot } from '../store/channels.ts'
import { conversationName } from '../store/conversations.ts'
import { aboutFile } from '../store/media.ts'
import { transcriptAfter } from '../store/messages.ts'
import { standingsOf } from '../store/standings.ts'
import { type Api, addRoute } from './add-route.ts'
import { addChatAssets } from './chat-assets.ts'
import { addChatFileRoute } from './chat-file-route.ts'
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
import { chatPageHeaders } from './security-headers.ts'
import { readVisit, type Visit } from './visit.ts'

/** Typing people are far below; many may share one address. */
const PER_VISITOR = { burst: 20, perSecond: 2 }
const PER_ADDRESS = { burst: 200, perSecond: 50 }

const HTML = 'text/html; charset=utf-8'

/** The web chat: a page, and the two unsigned addresses it talks to. It gets messages only, never events. */
export function addChatRoutes(api: Api, engine: Engine): void {
  const limits = { visitors: new RateLimiter(PER_VISITOR), addresses: new RateLimiter(PER_ADDRESS) }
  addChatAssets(api)
  addChatFileRoute(api, engine)
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
      reply.code(bot ? 200 : 404).headers(chatPageHeaders(bot ? await framersOf(engine, bot.id) : []))
      return reply.type(HTML).send(chatPage(bot))
    },
  })
  const of = {
    path: '/chat/:bot/:visitor/messages',
    tag: 'chat',
    scope: null,
    params: visitorPath,
    refuses: ['bot/not-found', 'request/forbidden', 'request/not-found', 'request/too-many'],
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

/** The pages that may show the chat of a bot in a frame (requirements.md NHN-53). */
async function framersOf({ db }: Engine, bot: string): Promise<readonly string[]> {
  const sites = await channelsOfBot(db, 'web', bot)
  return sites.flatMap(({ state, options }) => (state === 'active' ? (options.origins ?? []) : []))
}

async function hear(engine: Engine, visit: Visit, body: VisitorMessage): Promise<Result<ChatAnswer>> {
  const answer = await receive(engine, visit, body)
  if (!answer.ok) return answer
  const { outcome, messages } = answer.value
  return ok({ outcome, messages, answering: await isAnswering(engine, visit) })
}

async function receive(engine: Engine, visit: Visit, body: VisitorMessage): Promise<Result<MessageAnswer>> {
  if ('location' in body) return receiveInput(engine, visit, { ...body, type: 'message' })
  if (!('files' in body)) return receiveMessage(engine, { ...visit, message: body })
  const files = await sentFiles(engine, body.files)
  return files.ok ? receiveInput(engine, visit, { ...body, type: 'message', files: files.value }) : files
}

type SentFile = NonNullable<InputOf<'message'>['files']>[number]

/** Files that were uploaded, as the bot is told of them. */
async function sentFiles(
  { db, publicUrl }: Engine,
  named: readonly Readonly<{ hash: string; name: string }>[],
): Promise<Result<SentFile[]>> {
  const files: SentFile[] = []
  for (const { hash, name } of named) {
    const about = await aboutFile(db, hash)
    if (!about) return fault('request/not-found', 'Upload the file first.')
    files.push({ kind: kindOf(about.mime), url: `${publicUrl()}/media/${hash}`, name, ...about })
  }
  return ok(files)
}

function kindOf(mime: string): SentFile['kind'] {
  const [kind] = mime.split('/')
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'document'
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
