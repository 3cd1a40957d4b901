import type { FastifyInstance } from 'fastify'

/** How long requests under way, and connections that never said anything, may hold up the end. */
const GRACE_MS = 5000

/**
 * Prepares a server for its end and answers what ends it: no new connections, requests under way are answered, and
 * connections that are kept alive are closed as soon as nothing is under way on them.
 */
export function closesGracefully(app: FastifyInstance): () => Promise<void> {
  let isClosing = false
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close')
  })
  app.addHook('onResponse', async () => {
    if (isClosing) setImmediate(() => app.server.closeIdleConnections())
  })
  return async () => {
    isClosing = true
    const limit = setTimeout(() => app.server.closeAllConnections(), GRACE_MS)
    await app.close()
    clearTimeout(limit)
  }
}
