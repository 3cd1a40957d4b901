import { z } from 'zod'
import { HAPPENINGS } from '../document/happening.ts'
import type { Understanding } from '../understanding/understanding.ts'

const id = z.string().min(1).max(200)

const guess = z.object({ intent: z.string().max(64), confidence: z.number().min(0).max(1) })
const faqGuess = z.object({ faq: z.string().max(64), confidence: z.number().min(0).max(1) })
const understanding = z.object({
  intents: z.array(guess).max(10),
  faq: faqGuess.nullable(),
  otherFaqs: z.array(faqGuess).max(10).optional(),
  sentiment: z.enum(['positive', 'neutral', 'negative']),
  score: z.number().min(-1).max(1),
})

function isUnderstanding(value: unknown): boolean {
  return understanding.safeParse(value).success
}

/** One thing that happens to a conversation. Every one has its sender's id: the same id twice is answered once. */
export const inputSchema = z.discriminatedUnion('type', [
  z.strictObject({
    id,
    ...HAPPENINGS.message,
    /** What the host's provider understood; absent: the bot's own understanding is asked when it is needed. */
    understood: z
      .custom<Understanding>(isUnderstanding, 'expected what an understanding provider gives')
      .optional(),
  }),
  z.strictObject({ id, ...HAPPENINGS.time }),
  z.strictObject({ id, ...HAPPENINGS.effect }),
  z.strictObject({ id, ...HAPPENINGS.event }),
  z.strictObject({ id, ...HAPPENINGS.referral }),
  z.strictObject({ id, ...HAPPENINGS.proactive }),
  z.strictObject({ id, ...HAPPENINGS.schedule }),
  z.strictObject({ id, ...HAPPENINGS.agent }),
  z.strictObject({ id, ...HAPPENINGS.delivery }),
])

export type Input = Readonly<z.infer<typeof inputSchema>>
export type InputOf<T extends Input['type']> = Extract<Input, { type: T }>
