import { z } from 'zod'
import { wordsForCode } from './graph-errors.ts'
import { type Heard, hashOf, ignored } from './heard.ts'
import { text } from './read-one.ts'

const schema = z.looseObject({
  id: text,
  status: text,
  biz_opaque_callback_data: text.optional(),
  errors: z
    .array(z.looseObject({ code: z.number(), title: text.optional(), message: text.optional() }))
    .optional(),
})

const STATUSES = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  played: 'read',
  failed: 'failed',
} as const

/** What became of a message that was sent. Throws a ZodError when it cannot be read. */
export function readWhatsappStatus(payload: unknown): Heard {
  const { id, status, biz_opaque_callback_data: delivery, errors = [] } = schema.parse(payload)
  if (!Object.hasOwn(STATUSES, status)) return ignored(`Nothing is done with the status ${status}.`, payload)
  const [error] = errors
  return {
    sort: 'status',
    id: `status-${status}-${hashOf(id)}`,
    of: { answer: id, delivery },
    status: STATUSES[status as keyof typeof STATUSES],
    ...(error ? { description: wordsForCode(error.code, error.title ?? error.message) } : {}),
  }
}
