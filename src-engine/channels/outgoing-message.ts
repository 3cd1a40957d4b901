import { z } from 'zod'

/** What is kept of one request that goes out, as the event log shows it; the recipient is put to it when it is sent. */
export const outgoingSchema = z.object({
  from: z.enum(['bot', 'agent']),
  /** The number the runtime gave the message, for reports on it; absent for what an agent said. */
  message: z.number().int().optional(),
  /** The last part of its message: reports on the others are not passed on. */
  isLast: z.boolean(),
  /** What the company began with it (requirements.md KAR-01). */
  isBegun: z.literal(true).optional(),
  /** It may be sent at any time. */
  isTemplate: z.boolean(),
  /** Why it must not be sent: what does not fit the channel. */
  problems: z.array(z.string()),
  /** The provider's body without its recipient. */
  body: z.record(z.string(), z.unknown()),
})

export type Outgoing = z.infer<typeof outgoingSchema>
