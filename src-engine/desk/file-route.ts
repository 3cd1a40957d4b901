import { fault } from '../../src-shared/kit/result.ts'
import { MAX_FILE_BYTES } from '../../src-shared/message/file-type.ts'
import { keptFileSchema } from '../http/chat-protocol.ts'
import { RateLimiter } from '../http/rate-limiter.ts'
import { json, raw } from '../http/route.ts'
import { keepChatFile } from './chat-files.ts'
import { chatPath } from './desk-protocol.ts'
import { addDeskRoute, type DeskHost } from './desk-route.ts'
import { readableChat } from './readable-chat.ts'

/** Far above what somebody sends by hand, and far below what fills a disk. */
const PER_AGENT = { burst: 60, perSecond: 0.5 }

/** A file an agent is about to send, which an answer of theirs then names. */
export function addFileRoute(host: DeskHost): void {
  const limiter = new RateLimiter(PER_AGENT)
  addDeskRoute(host, {
    method: 'POST',
    path: '/desk/api/chats/:id/files',
    summary: 'Uploads a file for the contact',
    params: chatPath,
    body: raw('*/*'),
    bodyLimit: MAX_FILE_BYTES,
    answers: { 200: json(keptFileSchema, 'The file as an answer names it') },
    refuses: [
      'request/not-found',
      'request/too-many',
      'desk/not-yours',
      'desk/over',
      'desk/file-type',
      'desk/file-size',
      'media/too-large',
      'media/refused',
    ],
    async handler({ params, request }, { agent }) {
      if (!limiter.take(agent, host.engine.now())) return fault('request/too-many')
      const chat = await readableChat(host, params.id, agent)
      if (!chat.ok) return chat
      if (chat.value.state === 'closed') return fault('desk/over')
      if (chat.value.agent !== agent) return fault('desk/not-yours')
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      return keepChatFile(host.engine, chat.value, bytes)
    },
  })
}
