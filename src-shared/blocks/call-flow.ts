import { z } from 'zod'
import { requiredFlow } from './field-types.ts'
import { defineKind, type Outcome } from './kind.ts'

const schema = z.strictObject({ flow: requiredFlow })

const NEXT: Outcome = { go: 'port', port: 'next' }

/** Runs another flow from its entry and goes on at `next` when that flow returns. Without a flow it just goes on. */
export const callFlow = defineKind({
  name: 'callFlow',
  family: 'act',
  schema,
  hasInput: true,
  waits: false,
  defaults: (): z.infer<typeof schema> => ({ flow: null }),
  ports: () => [{ id: 'next', role: 'next', required: true }],
  summary: (data, { flowName }) => flowName(data.flow),
  compile({ flow }) {
    const outcome: Outcome = flow === null ? NEXT : { go: 'call', flow, port: 'next' }
    return { enter: () => outcome }
  },
})
