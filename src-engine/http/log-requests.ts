import type { FastifyInstance } from 'fastify'

/**
 * One line per request: method, route, status, time. The route is logged, not the address, because addresses name
 * contacts; headers and bodies are never logged.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    request.log.info(
      {
        method,
        route: routeOptions.url ?? null,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    )
  })
}
