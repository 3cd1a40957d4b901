import { z } from 'zod'
import { fault, ok } from '../../src-shared/kit/result.ts'
import {
  agentListSchema,
  agentName,
  agentSchema,
  agentWishSchema,
  deskSettingsSchema,
  doneSchema,
  replyListSchema,
  replyName,
  replyTextSchema,
} from '../../src-shared/publish/desk-protocol.ts'
import type { Engine } from '../engine.ts'
import { addRoute } from '../http/add-route.ts'
import { json } from '../http/route.ts'
import {
  type DeskAgent,
  deskAgents,
  findDeskAgent,
  putDeskAgent,
  removeDeskAgent,
} from '../store/desk-agents.ts'
import { deskReplies, putReply, removeReply, routingOf, setRouting } from '../store/desk-settings.ts'
import type { DeskHost } from './desk-route.ts'
import { leaveChats } from './keep-order.ts'
import { hashPassword } from './password.ts'
import { isThere } from './presence.ts'

/** Conversations of one agent at once, unless said otherwise. */
const MOST_CHATS = 5
const DONE = { done: true } as const
const DESK = { tag: 'desk', scope: 'desk' } as const
const agentPath = z.object({ name: agentName })
const replyPath = z.object({ name: replyName })

/** Setting the desk up, with a key of the scope `desk`: who answers there, what is said often, who is given what. */
export function addSetupRoutes(host: DeskHost): void {
  addAgents(host)
  addReplies(host)
  const { api, engine, news } = host
  const settings = { 200: json(deskSettingsSchema, 'How the desk works') }
  addRoute(api, {
    ...DESK,
    method: 'GET',
    path: '/v1/desk/settings',
    summary: 'How conversations come to agents',
    answers: settings,
    handler: async () => ok({ routing: await routingOf(engine.db) }),
  })
  addRoute(api, {
    ...DESK,
    method: 'PUT',
    path: '/v1/desk/settings',
    summary: 'Sets how conversations come to agents',
    body: deskSettingsSchema,
    answers: settings,
    async handler({ body }) {
      await engine.db.atomically(tx => setRouting(tx, body.routing))
      news.poke()
      return ok(body)
    },
  })
}

function addAgents({ api, engine, news }: DeskHost): void {
  const { db, now } = engine
  addRoute(api, {
    ...DESK,
    method: 'GET',
    path: '/v1/desk/agents',
    summary: 'Who answers at the desk',
    answers: { 200: json(agentListSchema, 'The agents by their names') },
    handler: async () => ok({ agents: (await deskAgents(db)).map(agent => shown(engine, agent)) }),
  })
  addRoute(api, {
    ...DESK,
    method: 'PUT',
    path: '/v1/desk/agents/:name',
    summary: 'Makes an agent, or changes one',
    params: agentPath,
    body: agentWishSchema,
    answers: { 200: json(agentSchema, 'The agent') },
    async handler({ params: { name }, body: { password, ...wish } }) {
      const known = await findDeskAgent(db, name)
      if (!known && password === undefined)
        return fault('request/invalid', 'password: a new agent needs one.')
      const hash = password === undefined ? null : await hashPassword(password)
      const { skills = known?.skills ?? [], mostChats = known?.mostChats ?? MOST_CHATS } = wish
      await db.atomically(tx => putDeskAgent(tx, { name, password: hash, skills, mostChats }, now()))
      news.poke()
      const agent = await findDeskAgent(db, name)
      return agent ? ok(shown(engine, agent)) : fault('request/not-found')
    },
  })
  addRoute(api, {
    ...DESK,
    method: 'DELETE',
    path: '/v1/desk/agents/:name',
    summary: 'Removes an agent; what they have goes back into the queue',
    params: agentPath,
    answers: { 200: json(doneSchema, 'The agent is removed') },
    refuses: ['request/not-found'],
    async handler({ params: { name } }) {
      const was = await db.atomically(async tx => {
        await leaveChats(tx, name, now())
        return removeDeskAgent(tx, name)
      })
      news.poke()
      return was ? ok(DONE) : fault('request/not-found', 'There is no agent of this name.')
    },
  })
}

function addReplies({ api, engine }: DeskHost): void {
  const { db, now } = engine
  addRoute(api, {
    ...DESK,
    method: 'GET',
    path: '/v1/desk/replies',
    summary: 'Texts that agents say often',
    answers: { 200: json(replyListSchema, 'The texts by their names') },
    handler: async () => ok({ replies: [...(await deskReplies(db))] }),
  })
  addRoute(api, {
    ...DESK,
    method: 'PUT',
    path: '/v1/desk/replies/:name',
    summary: 'Keeps a text that agents say often',
    params: replyPath,
    body: replyTextSchema,
    answers: { 200: json(doneSchema, 'The text is kept') },
    async handler({ params: { name }, body: { text } }) {
      await db.atomically(tx => putReply(tx, { name, text }, now()))
      return ok(DONE)
    },
  })
  addRoute(api, {
    ...DESK,
    method: 'DELETE',
    path: '/v1/desk/replies/:name',
    summary: 'Removes such a text',
    params: replyPath,
    answers: { 200: json(doneSchema, 'The text is removed') },
    refuses: ['request/not-found'],
    async handler({ params: { name } }) {
      const was = await db.atomically(tx => removeReply(tx, name))
      return was ? ok(DONE) : fault('request/not-found', 'There is no text of this name.')
    },
  })
}

function shown({ now }: Engine, agent: DeskAgent) {
  const { name, skills, mostChats, accepting } = agent
  return { name, skills: [...skills], mostChats, accepting, isThere: isThere(agent, now()) }
}
