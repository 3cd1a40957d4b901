import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  onRequestAsyncHookHandler,
  preHandlerAsyncHookHandler,
} from 'fastify'
import { ok, type Result } from '../../src-shared/kit/result.ts'
import type { Scope } from '../../src-shared/publish/scopes.ts'
import { sendFault, sendResult } from './problem-document.ts'
import { checkShape, readBody } from './read-body.ts'
import { refuseOtherTypes } from './refuse-other-types.ts'
import { type Call, type Route, typesTaken } from './route.ts'

/** What lets requests in by their signature or token: before a body is read, and over its raw bytes. */
export type Gate = Readonly<{
  hooksFor: (needs: Readonly<{ scope: Scope; token?: boolean | undefined }>) => Readonly<{
    onRequest: onRequestAsyncHookHandler
    preHandler: preHandlerAsyncHookHandler
  }>
  /** The id of the key of a request which was let in. */
  keyIdOf: (request: FastifyRequest) => string
}>

/** A route as the document lists it. */
export type ListedRoute = Omit<Route<unknown, unknown, unknown, unknown>, 'handler'>

/** Where routes are added: the server, who it lets in, and the list its document is made of. */
export type Api = Readonly<{ app: FastifyInstance; gate: Gate; routes: ListedRoute[] }>

/**
 * Adds an address. What comes in is parsed here and refused with all that is wrong with it; what goes out is what the
 * served document says, which the tests look at (tests/integration/engine/answer-check.ts).
 */
export function addRoute<Params = unknown, Query = unknown, Body = unknown, Value = never>(
  { app, gate, routes }: Api,
  route: Route<Params, Query, Body, Value>,
): void {
  const { handler, ...listed } = route
  routes.push(listed as ListedRoute)
  const { method, path, scope, bodyLimit } = route
  app.route({
    method,
    url: path,
    ...(bodyLimit === undefined ? {} : { bodyLimit }),
    ...hooksOf(gate, route),
    handler: async (request, reply) => {
      const call = readCall(route, request, reply, scope === null ? '' : gate.keyIdOf(request))
      if (!call.ok) return sendFault(reply, call)
      const answer = await handler(call.value)
      // A reply is waited for like a promise, and is nothing when it was sent.
      if (reply.sent || !('ok' in answer)) return reply
      return sendResult(reply.code(statusOf(route)), answer)
    },
  })
}

/** Who may ask comes first, then what kind of body it is; both before the body is read. */
function hooksOf(gate: Gate, { scope, token, body }: Pick<ListedRoute, 'scope' | 'token' | 'body'>) {
  const refusesType = refuseOtherTypes(typesTaken({ body }))
  if (scope === null) return { onRequest: refusesType }
  const { onRequest, preHandler } = gate.hooksFor({ scope, token })
  return { onRequest: [onRequest, refusesType], preHandler }
}

function statusOf({ answers }: Pick<ListedRoute, 'answers'>): number {
  return Number(Object.keys(answers)[0])
}

/** The parts of a request in the order they are refused: where, what of it, with what. */
function readCall<Params, Query, Body, Value>(
  route: Route<Params, Query, Body, Value>,
  request: FastifyRequest,
  reply: FastifyReply,
  key: string,
): Result<Call<Params, Query, Body>> {
  const params = route.params ? checkShape(route.params, request.params) : ok(request.params as Params)
  if (!params.ok) return params
  const query = route.query ? checkShape(route.query, request.query) : ok(request.query as Query)
  if (!query.ok) return query
  const { body: shape } = route
  const body =
    shape === undefined || 'types' in shape ? ok(request.body as Body) : readBody(shape, request.body)
  if (!body.ok) return body
  return ok({ params: params.value, query: query.value, body: body.value, key, request, reply })
}
