import { z } from 'zod'
import { unsaid } from '../kit/say.ts'
import { defineKind, type KindFinding } from './kind.ts'

export const DELAY_UNITS = ['seconds', 'minutes', 'hours', 'days'] as const

const UNIT_MS = { seconds: 1000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const

/** A customer who hears nothing for longer has forgotten what it was about. */
const MAX_DELAY_MS = 7 * UNIT_MS.days
/** Channels with a window take free text for so long after the customer's last message (requirements.md NHN-40). */
const WINDOW_MS = UNIT_MS.days

const schema = z.strictObject({
  amount: z
    .number()
    .int()
    .min(1, 'at least 1')
    .max(MAX_DELAY_MS / UNIT_MS.seconds, 'at most 7 days'),
  unit: z.enum(DELAY_UNITS),
})

type Data = z.infer<typeof schema>

const NEXT = { go: 'port', port: 'next' } as const
const WAIT = { go: 'wait' } as const

/**
 * Waits for the clock and goes on, at most after 7 days. What the customer writes meanwhile is recorded and not
 * answered; the words that mean something at any point still do (requirements.md D-04, D-20).
 */
export const delay = defineKind({
  name: 'delay',
  family: 'act',
  schema,
  hasInput: true,
  waits: true,
  defaults: (): Data => ({ amount: 5, unit: 'seconds' }),
  ports: () => [{ id: 'next', role: 'next', required: true }],
  summary: ({ amount, unit }) => `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`,
  check: data => findings(delayMs(data)),
  compile(data) {
    const ms = Math.min(delayMs(data), MAX_DELAY_MS)
    return {
      enter(turn) {
        turn.wakeAt(turn.now + ms)
        return WAIT
      },
      wake: () => NEXT,
    }
  },
})

export function delayMs({ amount, unit }: Data): number {
  return amount * UNIT_MS[unit]
}

function findings(ms: number): readonly KindFinding[] {
  const path = ['amount']
  if (ms > MAX_DELAY_MS)
    return [{ code: 'delay/too-long', severity: 'error', ...unsaid('delay/too-long', {}), path }]
  if (ms < WINDOW_MS) return []
  return [{ code: 'delay/after-window', severity: 'hint', ...unsaid('delay/after-window', {}), path }]
}
