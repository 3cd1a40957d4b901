import { z } from 'zod'
import { localTime, timeZoneSchema } from '../blocks/time-zone.ts'
import { CHANNELS, type Channel } from '../channels/channel.ts'
import { linearPattern } from '../kit/linear-pattern.ts'
import type { Value } from '../kit/value.ts'
import { normaliseText } from '../runtime/normalise-text.ts'

const text = z.string().min(1).max(500)
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected hh:mm')
const pattern = z
  .string()
  .min(1)
  .max(200)
  .refine(source => linearPattern(source).ok, 'this pattern cannot be used')

/** Texts are compared without case and surrounding signs; a pattern describes the whole text. */
const comparison = { is: z.enum(['equals', 'contains', 'matches']), value: text }
const patternFits = ({ is, value }: { is: string; value: string }) =>
  is !== 'matches' || pattern.safeParse(value).success
const PATTERN = { message: 'this pattern cannot be used', path: ['value'] }

export type Condition =
  | Readonly<{ all: readonly Condition[] }>
  | Readonly<{ any: readonly Condition[] }>
  | Readonly<{ on: 'channel'; channel: Channel }>
  | Readonly<{ on: 'text'; is: 'equals' | 'contains' | 'matches'; value: string }>
  | Readonly<{ on: 'variable'; name: string; is: 'equals' | 'contains' | 'matches'; value: string }>
  | Readonly<{ on: 'contact'; name: 'id' | 'locale'; is: 'equals' | 'contains' | 'matches'; value: string }>
  | Readonly<{ on: 'time'; zone: string; days: readonly number[]; from: string; until: string }>

/** Trigger conditions of a rule (requirements.md IMI-10): groups, and what they hold. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema).max(20) }),
    z.strictObject({ any: z.array(conditionSchema).min(1).max(20) }),
    z.strictObject({ on: z.literal('channel'), channel: z.enum(CHANNELS) }),
    z.strictObject({ on: z.literal('text'), ...comparison }).refine(patternFits, PATTERN),
    /** A custom parameter of the bot, or a variable of the conversation. */
    z
      .strictObject({ on: z.literal('variable'), name: z.string().min(1).max(64), ...comparison })
      .refine(patternFits, PATTERN),
    z
      .strictObject({ on: z.literal('contact'), name: z.enum(['id', 'locale']), ...comparison })
      .refine(patternFits, PATTERN),
    /** Days from Monday 1 to Sunday 7; a window that ends before it begins goes over midnight. */
    z.strictObject({
      on: z.literal('time'),
      zone: timeZoneSchema,
      days: z.array(z.number().int().min(1).max(7)).min(1).max(7),
      from: time,
      until: time,
    }),
  ]),
)

/** What conditions look at. `at` is in epoch milliseconds. */
export type Situation = Readonly<{
  channel: Channel
  text: string
  contact: string
  locale: string
  variables: Readonly<Record<string, Value>>
  at: number
}>

export function holds(condition: Condition, situation: Situation): boolean {
  if ('all' in condition) return condition.all.every(one => holds(one, situation))
  if ('any' in condition) return condition.any.some(one => holds(one, situation))
  switch (condition.on) {
    case 'channel':
      return situation.channel === condition.channel
    case 'text':
      return fits(situation.text, condition)
    case 'variable':
      return fits(wordsOf(situation.variables, condition.name), condition)
    case 'contact':
      return fits(condition.name === 'id' ? situation.contact : situation.locale, condition)
    case 'time':
      return isWithin(condition, situation.at)
  }
}

function wordsOf(variables: Situation['variables'], name: string): string {
  const value = Object.hasOwn(variables, name) ? variables[name] : null
  if (value === undefined || value === null) return ''
  return Array.isArray(value) ? value.join(', ') : String(value)
}

function fits(text: string, { is, value }: Readonly<{ is: string; value: string }>): boolean {
  if (is === 'matches') {
    const read = linearPattern(value)
    return read.ok && read.fits(text)
  }
  const [whole, part] = [normaliseText(text), normaliseText(value)]
  return is === 'equals' ? whole === part : whole.includes(part)
}

type Hours = Extract<Condition, { on: 'time' }>

/** Hours after midnight belong to the day they began on. */
function isWithin({ zone, days, from, until }: Hours, at: number): boolean {
  const { day, time } = localTime(at, zone)
  if (from <= until) return days.includes(day) && time >= from && time < until
  const before = day === 1 ? 7 : day - 1
  return (time >= from && days.includes(day)) || (time < until && days.includes(before))
}
