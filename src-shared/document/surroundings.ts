import { z } from 'zod'
import { blockIdSchema } from './ids.ts'

/** What comes of the calls of one block instead of its own recorded answer. */
export const callAnswerSchema = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('answer'),
    status: z.number().int().min(100).max(599),
    body: z.string().max(100_000),
  }),
  z.strictObject({ is: z.literal('timeout') }),
  z.strictObject({ is: z.literal('unreachable') }),
])

/**
 * How the world outside behaves where there is none, in a simulator or a test: whether agents are there and take over
 * (`ask`: somebody plays them), and what API calls come to; `calls` says it for single blocks.
 */
export const surroundingsSchema = z.strictObject({
  agents: z.enum(['online', 'offline', 'failing']),
  handover: z.enum(['accepted', 'failing', 'ask']),
  http: z.enum(['mock', 'timeout', 'failing', 'error']),
  calls: z.record(blockIdSchema, callAnswerSchema).optional(),
})

export type CallAnswer = Readonly<z.infer<typeof callAnswerSchema>>
export type Surroundings = Readonly<z.infer<typeof surroundingsSchema>>
