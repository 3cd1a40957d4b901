import { z } from 'zod'
import { ok } from '../../src-shared/kit/result.ts'
import { type Api, addRoute } from './add-route.ts'
import { json } from './route.ts'

/** Whether the process answers at all. */
export function addHealthRoute(api: Api): void {
  addRoute(api, {
    method: 'GET',
    path: '/health',
    summary: 'Whether the engine runs',
    tag: 'engine',
    scope: null,
    answers: { 200: json(z.object({ status: z.literal('ok') }).meta({ id: 'Health' }), 'It does') },
    handler: async () => ok({ status: 'ok' as const }),
  })
}
