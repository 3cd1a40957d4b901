import type { BotId } from '../../src-shared/document/ids.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import {
  conversationsSchema,
  inputRequestSchema,
  messageAnswerSchema,
  messageRequestSchema,
  transcriptSchema,
  turnsSchema,
} from '../../src-shared/publish/conversation-protocol.ts'
import { receiveInput, receiveMessage } from '../conversations/receive-message.ts'
import type { Engine } from '../engine.ts'
import { findBot } from '../store/bots.ts'
import { transcriptAfter } from '../store/messages.ts'
import { restrictionOf } from '../store/restrictions.ts'
import { conversationsBefore, turnsAfter } from '../store/turns.ts'
import { type Api, addRoute } from './add-route.ts'
import { openContent } from './open-content.ts'
import { afterQuery, beforeQuery, botPath, conversationPath } from './paths.ts'
import { json } from './route.ts'

const MESSAGES = '/v1/bots/:bot/conversations/:contact/messages'

/** Talking to a bot, and what was said (src-shared/publish/conversation-protocol.ts). */
export function addConversationRoutes(api: Api, engine: Engine): void {
  const { db } = engine
  const of = {
    tag: 'conversations',
    token: true,
    params: conversationPath,
    refuses: ['bot/not-found'],
  } as const
  const answers = { 200: json(messageAnswerSchema, 'What the bot said to it') }
  addRoute(api, {
    ...of,
    method: 'POST',
    path: MESSAGES,
    summary: 'A text or a tapped option',
    scope: 'converse',
    body: messageRequestSchema,
    answers,
    handler: async ({ params, body: message }) =>
      opened(engine, await receiveMessage(engine, { ...params, message })),
  })
  addRoute(api, {
    ...of,
    method: 'POST',
    path: '/v1/bots/:bot/conversations/:contact/inputs',
    summary: 'Anything else that happens to a conversation',
    scope: 'converse',
    body: inputRequestSchema,
    answers,
    handler: async ({ params, body: { input, locale, channel } }) =>
      opened(engine, await receiveInput(engine, params, input, { locale, channel })),
  })
  addRoute(api, {
    ...of,
    method: 'GET',
    path: '/v1/bots/:bot/conversations',
    summary: 'With whom the bot talked, the newest first',
    scope: 'read',
    params: botPath,
    query: beforeQuery,
    answers: { 200: json(conversationsSchema, 'Contacts with the last thing that was received of each') },
    handler: ({ params: { bot }, query }) =>
      ofBot(engine, bot, async () => ok(await conversationsBefore(db, bot, query.before))),
  })
  addRoute(api, {
    ...of,
    method: 'GET',
    path: MESSAGES,
    summary: 'What both sides said',
    scope: 'read',
    query: afterQuery,
    answers: { 200: json(transcriptSchema, 'The messages after that number') },
    handler: ({ params: { bot, contact }, query }) =>
      ofBot(engine, bot, async () =>
        opened(engine, ok(await transcriptAfter(db, bot, contact, query.after))),
      ),
  })
  addRoute(api, {
    ...of,
    method: 'GET',
    path: '/v1/bots/:bot/conversations/:contact/turns',
    summary: 'What happened, turn by turn',
    scope: 'read',
    query: afterQuery,
    answers: { 200: json(turnsSchema, 'The turns after that number') },
    handler: ({ params: { bot, contact }, query }) =>
      ofBot(engine, bot, async () => {
        // Conversations are read to be played again and counted: nothing of the kind is done with restricted ones.
        if (await restrictionOf(db, contact)) return ok({ turns: [], more: false })
        return ok(await turnsAfter(db, bot, contact, query.after))
      }),
  })
}

async function ofBot<T>({ db }: Engine, bot: BotId, look: () => Promise<Result<T>>): Promise<Result<T>> {
  return (await findBot(db, bot)) ? look() : fault('bot/not-found', 'Publish it first.')
}

function opened<Answer extends { messages: readonly Parameters<typeof openContent>[0][] }>(
  engine: Engine,
  answer: Result<Answer>,
): Result<Answer> {
  if (!answer.ok) return answer
  const base = engine.publicUrl()
  return ok({ ...answer.value, messages: answer.value.messages.map(message => openContent(message, base)) })
}
