import type { FastifyReply } from 'fastify'
import { addRoute } from '../http/add-route.ts'
import { bytes } from '../http/route.ts'
import type { DeskHost } from './desk-route.ts'
import { readSignedIn } from './desk-session.ts'

const TYPE = 'text/event-stream'
/** How soon a page asks again that has lost the engine. */
const AGAIN_MS = 2000

/** The stream of events that keeps an open page up to date: each is the desk as its agent sees it (DeskView). */
export function addNewsRoute({ api, engine, news }: DeskHost): void {
  addRoute(api, {
    method: 'GET',
    path: '/desk/api/news',
    summary: 'The desk as the agent sees it, again whenever it changes',
    tag: 'desk',
    scope: null,
    cookie: true,
    answers: { 200: bytes('Server-sent events whose data are of the shape DeskView', TYPE) },
    refuses: ['desk/signed-out', 'request/forbidden'],
    async handler({ request, reply }) {
      const who = await readSignedIn(engine, request)
      if (!who.ok) return who
      const { agent, session } = who.value
      const stream = openStream(reply)
      const stop = await news.listen({ agent, session, ...stream })
      if (reply.raw.destroyed) stop()
      else reply.raw.on('close', stop)
      return reply
    },
  })
}

function openStream(reply: FastifyReply) {
  const { raw } = reply
  const headers = { ...reply.getHeaders(), 'content-type': TYPE, 'x-accel-buffering': 'no' }
  reply.hijack()
  raw.writeHead(200, headers as Record<string, string>)
  raw.write(`retry: ${AGAIN_MS}\n\n`)
  return {
    send: (view: string | null) => void raw.write(view === null ? ': here\n\n' : `data: ${view}\n\n`),
    end: () => void raw.end(),
  }
}
