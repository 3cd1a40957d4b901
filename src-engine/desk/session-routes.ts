import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { agentName, doneSchema } from '../../src-shared/publish/desk-protocol.ts'
import { addRoute } from '../http/add-route.ts'
import { isForeign } from '../http/is-foreign.ts'
import { RateLimiter } from '../http/rate-limiter.ts'
import { json } from '../http/route.ts'
import { forgetAgent, passwordOf } from '../store/desk-agents.ts'
import { endSession, keepSession } from '../store/desk-sessions.ts'
import { deskReplies } from '../store/desk-settings.ts'
import { type SignedIn, signedInSchema, signInSchema } from './desk-protocol.ts'
import { addDeskRoute, type DeskHost } from './desk-route.ts'
import { cookieOf, newSession, tokenOf } from './desk-session.ts'
import { leaveChats } from './keep-order.ts'
import { fitsPassword } from './password.ts'

/** Guessing is slow, from one place and of one name. */
const PER_ADDRESS = { burst: 20, perSecond: 0.2 }
const PER_NAME = { burst: 8, perSecond: 0.05 }
const PATH = '/desk/api/session'

/** Signing in at the desk and out. */
export function addSessionRoutes(host: DeskHost): void {
  const { api, engine, news } = host
  const { db, now, publicUrl } = engine
  const limits = { addresses: new RateLimiter(PER_ADDRESS), names: new RateLimiter(PER_NAME) }
  const signedIn = { 200: json(signedInSchema, 'Who is signed in') }
  addRoute(api, {
    method: 'POST',
    path: PATH,
    summary: 'Signs in at the agent desk',
    tag: 'desk',
    scope: null,
    body: signInSchema,
    answers: signedIn,
    refuses: ['desk/wrong-password', 'request/forbidden', 'request/too-many'],
    async handler({ body, request, reply }): Promise<Result<SignedIn>> {
      if (isForeign(request))
        return fault('request/forbidden', 'The desk can only be used from its own pages.')
      const { name, password } = body
      const known = agentName.safeParse(name)
      const isCalm = limits.addresses.take(request.ip, now()) && limits.names.take(known.data ?? '', now())
      if (!isCalm) return fault('request/too-many', 'Wait a minute, then try again.')
      const kept = known.success ? await passwordOf(db, known.data) : null
      if (!(await fitsPassword(password, kept)) || !known.success) return fault('desk/wrong-password')
      const { id, hash } = newSession()
      await db.atomically(tx => keepSession(tx, hash, known.data, now()))
      reply.header('set-cookie', cookieOf(publicUrl(), id))
      return ok({ name: known.data, token: tokenOf(id), replies: [...(await deskReplies(db))] })
    },
  })
  addDeskRoute(host, {
    method: 'GET',
    path: PATH,
    summary: 'Who is signed in at the agent desk',
    answers: signedIn,
    async handler(_, { agent: name, token }) {
      return ok({ name, token, replies: [...(await deskReplies(db))] })
    },
  })
  addDeskRoute(host, {
    method: 'DELETE',
    path: PATH,
    summary: 'Signs out; what the agent has goes back into the queue',
    answers: { 200: json(doneSchema, 'Nobody is signed in') },
    async handler({ reply }, { agent, session }) {
      await db.atomically(async tx => {
        await endSession(tx, session)
        await forgetAgent(tx, agent)
        await leaveChats(tx, agent, now())
      })
      news.end(session)
      reply.header('set-cookie', cookieOf(publicUrl(), null))
      return ok({ done: true as const })
    },
  })
}
