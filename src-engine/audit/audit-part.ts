import { ok } from '../../src-shared/kit/result.ts'
import {
  auditPageSchema,
  auditQuerySchema,
  auditVerdictSchema,
  designerEventsSchema,
  eventsTakenSchema,
} from '../../src-shared/publish/audit-protocol.ts'
import { addRoute } from '../http/add-route.ts'
import { json } from '../http/route.ts'
import type { MakePart } from '../part.ts'
import { auditBefore, verifyAudit } from '../store/audit.ts'
import { takeEvents } from './take-events.ts'

/** The audit log, to be looked through and to be verified (requirements.md NHN-143). */
export const auditPart: MakePart = ({ db, now }) => ({
  addRoutes(api) {
    const of = { method: 'GET', tag: 'audit', scope: 'admin' } as const
    addRoute(api, {
      ...of,
      path: '/v1/audit',
      summary: 'Who did what, the newest first',
      query: auditQuerySchema,
      answers: { 200: json(auditPageSchema, 'The entries before that number') },
      async handler({ query }) {
        const entries = (await auditBefore(db, query)).map(entry => ({
          ...entry,
          detail: { ...entry.detail },
        }))
        const isFull = entries.length === query.limit
        return ok({ entries, before: isFull ? (entries.at(-1)?.id ?? null) : null })
      },
    })
    addRoute(api, {
      method: 'POST',
      tag: 'audit',
      scope: 'publish',
      path: '/v1/audit/events',
      summary: 'Write down what people did in a designer; what it was told before is passed over',
      body: designerEventsSchema,
      answers: { 200: json(eventsTakenSchema, 'How many were new') },
      refuses: ['bot/not-found'],
      handler: ({ body, key }) => takeEvents(db, body.events, { key, at: now() }),
    })
    addRoute(api, {
      ...of,
      path: '/v1/audit/verification',
      summary: 'Whether the audit log is as it was written',
      answers: { 200: json(auditVerdictSchema, 'The first entry that was changed, if one was') },
      handler: async () => ok(await verifyAudit(db)),
    })
  },
})
