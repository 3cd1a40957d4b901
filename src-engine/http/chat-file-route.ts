import { fault } from '../../src-shared/kit/result.ts'
import { MAX_FILE_BYTES } from '../../src-shared/message/file-type.ts'
import type { Engine } from '../engine.ts'
import { keepBytes } from '../media/keep-bytes.ts'
import { findConversation } from '../store/conversations.ts'
import { type Api, addRoute } from './add-route.ts'
import { keptFileSchema, visitorPath } from './chat-protocol.ts'
import { RateLimiter } from './rate-limiter.ts'
import { json, raw } from './route.ts'
import { readVisit } from './visit.ts'

/** Files are large, and people have few at hand. */
const PER_VISITOR = { burst: 10, perSecond: 0.05 }
const PER_ADDRESS = { burst: 40, perSecond: 0.2 }

/** A file of a visitor, which a message of theirs then names; only in a conversation that is under way. */
export function addChatFileRoute(api: Api, engine: Engine): void {
  const limits = { visitors: new RateLimiter(PER_VISITOR), addresses: new RateLimiter(PER_ADDRESS) }
  addRoute(api, {
    method: 'POST',
    path: '/chat/:bot/:visitor/files',
    summary: 'Upload a file of a visitor',
    tag: 'chat',
    scope: null,
    params: visitorPath,
    body: raw('*/*'),
    bodyLimit: MAX_FILE_BYTES,
    answers: { 200: json(keptFileSchema, 'The file as a message names it') },
    refuses: [
      'bot/not-found',
      'request/forbidden',
      'request/too-many',
      'request/not-acceptable',
      'media/too-large',
      'media/refused',
    ],
    async handler({ params, request }) {
      const visit = await readVisit(engine, { ...params, request, limits })
      if (!visit.ok) return visit
      const { session } = await findConversation(engine.db, visit.value.bot, visit.value.contact)
      if (session?.state !== 'open') return fault('request/not-acceptable', 'Begin the conversation first.')
      return keepBytes(engine, Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0))
    },
  })
}
