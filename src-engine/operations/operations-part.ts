import { addRoute } from '../http/add-route.ts'
import { bytes } from '../http/route.ts'
import type { MakePart } from '../part.ts'

/** Figures of the running process for Prometheus, with a token or a key that may read. */
export const operationsPart: MakePart = ({ metrics }) => ({
  inTurns: async (tx, done) => tx.onCommit(() => metrics.turns(done)),
  addRoutes(api) {
    addRoute(api, {
      method: 'GET',
      path: '/v1/metrics',
      summary: 'Figures of this process, as Prometheus reads them',
      tag: 'engine',
      scope: 'read',
      token: true,
      answers: { 200: bytes('The figures', 'text/plain') },
      async handler({ reply }) {
        const { text, type } = await metrics.text()
        return reply.type(type).send(text)
      },
    })
  },
})
