import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { botIdSchema } from '../../src-shared/document/ids.ts'
import { fault, ok } from '../../src-shared/kit/result.ts'
import {
  contactSchema,
  inputRequestSchema,
  messageRequestSchema,
} from '../../src-shared/publish/conversation-protocol.ts'
import { receiveInput, receiveMessage } from '../conversations/receive-message.ts'
import type { Engine } from '../engine.ts'
import { findBot } from '../store/bots.ts'
import { transcriptAfter } from '../store/messages.ts'
import { turnsAfter } from '../store/turns.ts'
import { openContent } from './open-content.ts'
import { sendFault, sendResult } from './problem-document.ts'
import { checkShape, readBody } from './read-body.ts'

const path = z.object({ bot: botIdSchema, contact: contactSchema })

/** `?after=N`: the number of the last message the caller has; absent for all. */
export const afterQuery = z.object({
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
})

/** The paths of src-shared/publish/conversation-protocol.ts. */
export function addConversationRoutes(app: FastifyInstance, engine: Engine): void {
  const address = '/v1/bots/:bot/conversations/:contact/messages'
  app.post(address, async (request, reply) => {
    const at = checkShape(path, request.params)
    if (!at.ok) return sendFault(reply, at)
    const message = readBody(messageRequestSchema, request.body)
    if (!message.ok) return sendFault(reply, message)
    const answer = await receiveMessage(engine, { ...at.value, message: message.value })
    return sendResult(reply, answer.ok ? ok(opened(engine, answer.value)) : answer)
  })
  app.post('/v1/bots/:bot/conversations/:contact/inputs', async (request, reply) => {
    const at = checkShape(path, request.params)
    if (!at.ok) return sendFault(reply, at)
    const body = readBody(inputRequestSchema, request.body)
    if (!body.ok) return sendFault(reply, body)
    const { input, locale, channel } = body.value
    const answer = await receiveInput(engine, at.value, input, { locale, channel })
    return sendResult(reply, answer.ok ? ok(opened(engine, answer.value)) : answer)
  })
  app.get('/v1/bots/:bot/conversations/:contact/turns', async (request, reply) => {
    const at = checkShape(path, request.params)
    if (!at.ok) return sendFault(reply, at)
    const query = checkShape(afterQuery, request.query)
    if (!query.ok) return sendFault(reply, query)
    const { bot, contact } = at.value
    if (!(await findBot(engine.db, bot))) return sendFault(reply, fault('bot/not-found', 'Publish it first.'))
    return turnsAfter(engine.db, bot, contact, query.value.after)
  })
  app.get(address, async (request, reply) => {
    const at = checkShape(path, request.params)
    if (!at.ok) return sendFault(reply, at)
    const query = checkShape(afterQuery, request.query)
    if (!query.ok) return sendFault(reply, query)
    const { bot, contact } = at.value
    if (!(await findBot(engine.db, bot))) return sendFault(reply, fault('bot/not-found', 'Publish it first.'))
    return opened(engine, await transcriptAfter(engine.db, bot, contact, query.value.after))
  })
}

function opened<Answer extends { messages: readonly Parameters<typeof openContent>[0][] }>(
  engine: Engine,
  answer: Answer,
): Answer {
  const base = engine.publicUrl()
  return { ...answer, messages: answer.messages.map(message => openContent(message, base)) }
}
