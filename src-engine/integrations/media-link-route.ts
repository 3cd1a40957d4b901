import { z } from 'zod'
import { fault } from '../../src-shared/kit/result.ts'
import type { Engine } from '../engine.ts'
import { type Api, addRoute } from '../http/add-route.ts'
import { sendFault } from '../http/problem-document.ts'
import { bytes } from '../http/route.ts'
import { fileOf } from '../store/media.ts'
import { linkedHash } from './media-link.ts'

/** Customers' files for bots elsewhere: the address holds the permission, and ends (requirements.md IMI-19). */
export function addMediaLinkRoute(api: Api, engine: Engine): void {
  addRoute(api, {
    method: 'GET',
    path: '/hooks/media/:link',
    summary: 'A file a customer sent, for a day',
    tag: 'integrations',
    scope: null,
    params: z.object({
      link: z.string().regex(/^[A-Za-z0-9._-]{1,1000}$/, 'expected a link as it was told'),
    }),
    answers: { 200: bytes('The file', '*/*') },
    refuses: ['request/not-found'],
    async handler({ params, reply }) {
      const hash = linkedHash(engine, params.link)
      const file = hash === null ? null : await fileOf(engine.db, hash)
      if (!file)
        return sendFault(reply, fault('request/not-found', 'The link is not known, or its time is over.'))
      reply
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('cache-control', 'no-store')
      return reply.type(file.mime).send(Buffer.from(file.bytes))
    },
  })
}
