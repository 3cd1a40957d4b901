import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { doneSchema } from '../../src-shared/publish/desk-protocol.ts'
import { json } from '../http/route.ts'
import { setAccepting } from '../store/desk-agents.ts'
import { setRead } from '../store/desk-chats.ts'
import { answerChat, finishChat, takeChat, transferChat } from './chat-acts.ts'
import { chatDetail, chatMessages } from './chat-views.ts'
import {
  answerSchema,
  chatDetailSchema,
  chatPath,
  closeSchema,
  deskMessagesSchema,
  deskViewSchema,
  messagesQuery,
  presenceSchema,
  readSchema,
  transferSchema,
} from './desk-protocol.ts'
import { addDeskRoute, type DeskHost } from './desk-route.ts'
import { deskView } from './desk-view.ts'
import { addFileRoute } from './file-route.ts'
import { keepOrder } from './keep-order.ts'
import { addNewsRoute } from './news-route.ts'
import { readableChat } from './readable-chat.ts'

const DONE = { done: true } as const
const CHAT = '/desk/api/chats/:id'
const DONE_ANSWER = { 200: json(doneSchema, 'It is done') }
const OF_CHAT = ['request/not-found', 'desk/not-yours', 'desk/over'] as const

/** What the page of the desk asks and does, in the name of who is signed in (desk-session.ts). */
export function addDeskRoutes(host: DeskHost): void {
  const { engine, news } = host
  addDeskRoute(host, {
    method: 'GET',
    path: '/desk/api/desk',
    summary: 'The desk as the agent sees it',
    answers: { 200: json(deskViewSchema, 'Queue, own conversations, colleagues') },
    async handler(_, { agent }) {
      const view = deskView(await keepOrder(engine, news.mayReturn), agent, engine.now())
      return view ? ok(view) : fault('desk/signed-out')
    },
  })
  addDeskRoute(host, {
    method: 'PUT',
    path: '/desk/api/presence',
    summary: 'Whether the agent takes conversations, and of which skills',
    body: presenceSchema,
    answers: DONE_ANSWER,
    async handler({ body }, { agent }) {
      await engine.db.atomically(tx => setAccepting(tx, agent, body))
      return ok(DONE)
    },
  })
  addReading(host)
  addActing(host)
  addFileRoute(host)
  addNewsRoute(host)
}

function addReading(host: DeskHost): void {
  const { db } = host.engine
  addDeskRoute(host, {
    method: 'GET',
    path: CHAT,
    summary: 'What is known of a conversation',
    params: chatPath,
    answers: {
      200: json(chatDetailSchema, 'The conversation, and what the contact was handed over for before'),
    },
    refuses: OF_CHAT,
    async handler({ params }, { agent }) {
      const chat = await readableChat(host, params.id, agent)
      return chat.ok ? ok(await chatDetail(db, chat.value)) : chat
    },
  })
  addDeskRoute(host, {
    method: 'GET',
    path: `${CHAT}/messages`,
    summary: 'What was said in a conversation',
    params: chatPath,
    query: messagesQuery,
    answers: { 200: json(deskMessagesSchema, 'The messages in their order') },
    refuses: OF_CHAT,
    async handler({ params, query: { after, before } }, { agent }) {
      const chat = await readableChat(host, params.id, agent)
      if (!chat.ok) return chat
      const which = { ...(after === undefined ? {} : { after }), ...(before === undefined ? {} : { before }) }
      return ok(await chatMessages(db, chat.value, which))
    },
  })
}

function addActing(host: DeskHost): void {
  const { engine } = host
  const act = { method: 'POST', params: chatPath, answers: DONE_ANSWER, refuses: OF_CHAT } as const
  addDeskRoute(host, {
    ...act,
    path: `${CHAT}/take`,
    summary: 'Takes a conversation out of the queue',
    refuses: [...OF_CHAT, 'desk/taken'],
    handler: ({ params }, { agent }) => done(takeChat({ engine, agent, chat: params.id })),
  })
  addDeskRoute(host, {
    ...act,
    path: `${CHAT}/messages`,
    summary: 'Says something to the contact',
    body: answerSchema,
    refuses: [...OF_CHAT, 'desk/file-type', 'desk/file-size'],
    handler: ({ params, body }, { agent }) => done(answerChat({ engine, agent, chat: params.id }, body)),
  })
  addDeskRoute(host, {
    ...act,
    method: 'PUT',
    path: `${CHAT}/read`,
    summary: 'Marks messages as read',
    body: readSchema,
    async handler({ params, body }, { agent }) {
      await engine.db.atomically(tx => setRead(tx, params.id, { agent, number: body.number }))
      return ok(DONE)
    },
  })
  addDeskRoute(host, {
    ...act,
    path: `${CHAT}/transfer`,
    summary: 'Gives a conversation to a colleague, or back into the queue',
    body: transferSchema,
    refuses: [...OF_CHAT, 'desk/not-there'],
    handler: ({ params, body: { agent: to, skill, note } }, { agent }) =>
      done(transferChat({ engine, agent, chat: params.id }, { to, skill, note })),
  })
  addDeskRoute(host, {
    ...act,
    path: `${CHAT}/close`,
    summary: 'Closes a conversation; the bot has it again',
    body: closeSchema,
    handler: ({ params, body }, { agent }) =>
      done(finishChat({ engine, agent, chat: params.id }, body.reason)),
  })
}

async function done(act: Promise<Result<null>>): Promise<Result<{ done: true }>> {
  const result = await act
  return result.ok ? ok(DONE) : result
}
