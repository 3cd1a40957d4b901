import type { FastifyInstance } from 'fastify'
import type { Metrics } from '../operations/metrics.ts'

/**
 * One line per request, and a figure: method, route, status, time. The route is logged, not the address, because addresses name
 * contacts; headers and bodies are never logged.
 */
export function logRequests(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    const route = routeOptions.url ?? null
    const { statusCode: status, elapsedTime: ms } = reply
    request.log.info({ method, route, status, ms: Math.round(ms) }, 'request')
    metrics.request({ method, route: route ?? 'none', status, seconds: ms / 1000 })
  })
}
