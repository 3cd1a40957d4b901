import { z } from 'zod'
import { localeSchema } from '../document/localized.ts'
import { unsaid } from '../kit/say.ts'
import { defineKind } from './kind.ts'
import { timeZoneSchema } from './time-zone.ts'

/**
 * Where a conversation begins (requirements.md NHN-28, D-20 step 8).
 * - `keyword`: when an activation keyword or an intent that points here is met
 * - `anyMessage`: when no conversation is open and nothing else matched
 * - `call`: when another flow calls this one
 * - `proactive`: when the company begins (KAR-02)
 * - `referral`: when the customer comes by a link with this reference; without one, by any other link (NHN-51)
 * - `event`: when a system of the company reports an event of this name
 * - `schedule`: at set times, for contacts who have written before and did not opt out
 * - `preChat`: the questions before a person takes over, in this locale or in all others (CM-01, CM-10)
 */
export const ENTRY_TRIGGERS = [
  'keyword',
  'anyMessage',
  'call',
  'proactive',
  'referral',
  'event',
  'schedule',
  'preChat',
] as const

const schema = z.strictObject({
  trigger: z.enum(ENTRY_TRIGGERS),
  /** The reference, or the name of the event. */
  name: z
    .string()
    .regex(/^[A-Za-z0-9._-]{0,64}$/, 'use up to 64 letters, digits, dots, - or _')
    .optional(),
  locale: localeSchema.optional(),
  /** Days from Monday 1 to Sunday 7, and the time of the day in a time zone. */
  schedule: z
    .strictObject({
      days: z.array(z.number().int().min(1).max(7)).min(1, 'choose a day').max(7),
      time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time such as 09:30'),
      zone: timeZoneSchema,
    })
    .optional(),
})

export type EntryData = z.infer<typeof schema>

const NEXT = { go: 'port', port: 'next' } as const

export const entry = defineKind({
  name: 'entry',
  family: 'act',
  schema,
  hasInput: false,
  waits: false,
  defaults: (): EntryData => ({ trigger: 'keyword' }),
  ports: () => [{ id: 'next', role: 'next', required: true }],
  summary: data => data.name ?? data.locale ?? data.schedule?.time ?? '',
  check: data => {
    const path = data.trigger === 'schedule' ? ['schedule'] : ['name']
    const key =
      data.trigger === 'event' && !data.name
        ? 'entry/no-event'
        : data.trigger === 'schedule' && !data.schedule
          ? 'entry/no-schedule'
          : null
    return key === null ? [] : [{ code: 'entry/never', severity: 'error', ...unsaid(key, {}), path }]
  },
  compile: ({ trigger, schedule }) => ({
    enter: () => NEXT,
    ...(trigger === 'schedule' && schedule ? { schedule } : {}),
  }),
})
