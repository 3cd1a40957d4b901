import { z } from 'zod'
import { variableRef } from '../document/field-types.ts'
import { unsaid } from '../kit/say.ts'
import { holidays, isOpen, nextOpening, weeklyRanges } from './business-hours.ts'
import { keepValue, keptFindings } from './kept-value.ts'
import { defineKind, type KindFinding } from './kind.ts'
import { timeZoneSchema } from './time-zone.ts'

const schema = z.strictObject({
  zone: timeZoneSchema,
  weekly: weeklyRanges,
  holidays,
  /** Gets the next opening when it is closed: a date, or a text such as `2026-12-28 09:00`. */
  opensAt: variableRef,
})

type Data = z.infer<typeof schema>

const OPEN = { go: 'port', port: 'open' } as const
const CLOSED = { go: 'port', port: 'closed' } as const

/** Goes on by opening hours: times of the week and holidays, by the clocks of a time zone. */
export const hours = defineKind({
  name: 'hours',
  family: 'decide',
  schema,
  hasInput: true,
  waits: false,
  defaults: (): Data => ({
    zone: 'UTC',
    weekly: [{ days: [1, 2, 3, 4, 5], from: '09:00', until: '18:00' }],
    holidays: [],
    opensAt: null,
  }),
  ports: () => [
    { id: 'open', role: 'next', required: true },
    { id: 'closed', role: 'next', required: true },
  ],
  summary: ({ weekly }) => weekly.map(({ from, until }) => `${from}–${until}`).join(' · '),
  check: (data, context) => [
    ...scheduleFindings(data),
    ...keptFindings(data.opensAt, ['opensAt'], 'date', 'hours', context),
  ],
  compile(data, context) {
    const variable = context.variable(data.opensAt)
    return {
      enter(turn) {
        if (isOpen(data, turn.now)) return OPEN
        if (!variable) return CLOSED
        const next = nextOpening(data, turn.now)
        const day = variable.valueType === 'date'
        keepValue(turn, variable, next && (day ? next.date : `${next.date} ${next.time}`))
        return CLOSED
      },
    }
  },
})

function scheduleFindings({ weekly, holidays: days }: Data): readonly KindFinding[] {
  const never = weekly.length === 0 && days.every(({ ranges }) => ranges.length === 0)
  const seen = new Set<string>()
  const twice = days.flatMap(({ date, yearly }, index): readonly KindFinding[] => {
    const day = yearly ? date.slice(5) : date
    const isNew = !seen.has(day)
    seen.add(day)
    const words = unsaid('hours/holiday-twice', { date })
    return isNew
      ? []
      : [{ code: 'hours/holiday-twice', severity: 'warning', ...words, path: ['holidays', index, 'date'] }]
  })
  if (!never) return twice
  const words = unsaid('hours/never-open', {})
  return [{ code: 'hours/never-open', severity: 'warning', ...words, path: ['weekly'] }, ...twice]
}
