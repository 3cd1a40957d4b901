import { z } from 'zod'
import type { Sentiment } from '../understanding/understanding.ts'
import { defineKind, type Outcome } from './kind.ts'

const schema = z.strictObject({})

type Data = z.infer<typeof schema>

/**
 * Goes on by how the customer's last message felt (requirements.md NHN-32). A message that is neither good nor bad, a
 * feeling whose port is not connected, and a conversation in which nothing was written yet leave at `neutral`.
 */
export const sentiment = defineKind({
  name: 'sentiment',
  family: 'decide',
  schema,
  hasInput: true,
  waits: false,
  defaults: (): Data => ({}),
  ports: () => [
    { id: 'positive', role: 'fallback', required: false },
    { id: 'neutral', role: 'next', required: true },
    { id: 'negative', role: 'fallback', required: false },
  ],
  summary: () => '',
  compile(_, context) {
    const at = (port: Sentiment): Outcome => ({
      go: 'port',
      port: context.connected(port) ? port : 'neutral',
    })
    const outcomes = { positive: at('positive'), neutral: at('neutral'), negative: at('negative') }
    return { hears: true, enter: turn => outcomes[turn.sentiment] }
  },
})
