import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  LogController,
} from 'fastify'
import { fault } from '../../src-shared/kit/result.ts'
import type { Engine } from '../engine.ts'
import type { EnginePart } from '../part.ts'
import type { Api } from './add-route.ts'
import { createGate } from './authenticate.ts'
import { addBotRoutes } from './bot-routes.ts'
import { addChatRoutes } from './chat-routes.ts'
import { addConversationRoutes } from './conversation-routes.ts'
import { addHealthRoutes } from './health-routes.ts'
import { addKeyRoutes } from './key-routes.ts'
import { logRequests } from './log-requests.ts'
import { addMediaRoutes, addMediaUpload } from './media-routes.ts'
import { addOpenApiRoute } from './openapi-route.ts'
import { faultOfError, sendFault } from './problem-document.ts'
import { addPublishRoutes } from './publish-routes.ts'
import { refuseBrokenRequest } from './refuse-broken-request.ts'
import { addSecurityHeaders } from './security-headers.ts'
import { addStageRoutes } from './stage-routes.ts'

/** Bytes of a request that is not a bundle; a message of 16,384 characters, each escaped, has 98 kB. */
const SMALL_BODY = 131_072
/** Longest silence of a sender in the middle of its request. */
const REQUEST_TIMEOUT_MS = 120_000
const PATH_PART_LENGTH = 200

type Options = Readonly<{
  engine: Engine
  parts: readonly EnginePart[]
  log: FastifyBaseLogger
  /** The proxies whose word on where a request comes from is taken. */
  proxies: readonly string[]
  /** Is given the server before it has routes; what it adds sees every answer. */
  observe?: (app: FastifyInstance) => void
}>

/** The HTTP side of an engine, not listening yet. Bodies stay raw bytes, because signatures are over them. */
export function buildServer({ engine, parts, log, proxies, observe }: Options): FastifyInstance {
  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: SMALL_BODY,
    trustProxy: proxies.length > 0 ? [...proxies] : false,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { maxParamLength: PATH_PART_LENGTH },
    clientErrorHandler: refuseBrokenRequest,
    frameworkErrors: (error, _request, reply) =>
      void sendFault(reply, faultOfError(error) ?? fault('internal/bug')),
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const isAway = engine.db.isAway(error)
    const known = isAway ? fault('engine-data/away', 'Send it again in a few seconds.') : faultOfError(error)
    if (isAway) reply.header('retry-after', '1')
    if (!known) request.log.error({ err: error, route: request.routeOptions.url ?? null }, 'internal/bug')
    return sendFault(reply, known ?? fault('internal/bug'))
  })
  app.setNotFoundHandler((_request, reply) =>
    sendFault(reply, fault('request/not-found', 'Look at the table of the protocol.')),
  )
  observe?.(app)
  addSecurityHeaders(app)
  logRequests(app, engine.metrics)
  const api: Api = { app, gate: createGate(engine), routes: [] }
  addOpenApiRoute(api, engine)
  addHealthRoutes(api, engine)
  addChatRoutes(api, engine)
  addMediaRoutes(api, engine)
  addPublishRoutes(api, engine)
  addStageRoutes(api, engine)
  addBotRoutes(api, engine)
  addMediaUpload(api, engine)
  addConversationRoutes(api, engine)
  addKeyRoutes(api, engine)
  for (const part of parts) part.addRoutes?.(api)
  return app
}
