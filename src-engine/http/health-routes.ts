import { z } from 'zod'
import { ok } from '../../src-shared/kit/result.ts'
import type { Engine } from '../engine.ts'
import { type Api, addRoute } from './add-route.ts'
import { json } from './route.ts'

const shape = z
  .object({
    status: z.literal('ok'),
    brokenSeals: z.int().optional().meta({ description: 'Reads of something sealed that did not open' }),
  })
  .meta({ id: 'Health' })

const OK = { status: 'ok' as const }

/** Whether the process answers at all, and whether it can answer conversations. */
export function addHealthRoutes(api: Api, { db }: Engine): void {
  const of = { method: 'GET', tag: 'engine', scope: null } as const
  addRoute(api, {
    ...of,
    path: '/health',
    summary: 'Whether the engine runs',
    answers: { 200: json(shape, 'It does') },
    handler: async () => ok({ ...OK, ...(db.vault.broken > 0 ? { brokenSeals: db.vault.broken } : {}) }),
  })
  addRoute(api, {
    ...of,
    path: '/ready',
    summary: 'Whether the engine reaches its data; 503 while it does not',
    answers: { 200: json(shape, 'It does') },
    async handler() {
      await db.get('select 1 as one')
      return ok(OK)
    },
  })
}
