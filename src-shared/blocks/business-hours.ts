import { z } from 'zod'
import { localTime } from './time-zone.ts'

/** Longer lists are not opening hours any more. */
export const MAX_RANGES = 50
export const MAX_HOLIDAYS = 200
const MAX_DAY_RANGES = 10

const DAY_MS = 86_400_000
/** A yearly holiday can be the only day something opens. Days. */
const HORIZON = 800

const from = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time such as 09:30')
const until = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'expected a time such as 18:00')

/**
 * By the clocks of the zone. A range that ends before it begins goes on into the next day, one that ends when it
 * begins is 24 hours long, and either belongs to the day it begins on.
 */
const range = z.strictObject({ from, until })

/** Days from Monday 1 to Sunday 7. */
export const weeklyRanges = z
  .array(range.extend({ days: z.array(z.number().int().min(1).max(7)).min(1, 'choose a day').max(7) }))
  .max(MAX_RANGES, `at most ${MAX_RANGES} times`)

/** What is open on a date instead of what the week says: nothing, or times of its own. */
export const holidays = z
  .array(
    z.strictObject({
      name: z.string().max(80),
      date: z.iso.date('expected a date such as 2026-12-25'),
      /** Every year on that day and month; 29 February in leap years alone. */
      yearly: z.boolean(),
      ranges: z.array(range).max(MAX_DAY_RANGES, `at most ${MAX_DAY_RANGES} times`),
    }),
  )
  .max(MAX_HOLIDAYS, `at most ${MAX_HOLIDAYS} holidays`)

type Range = Readonly<z.infer<typeof range>>

/** Opening hours in a time zone (requirements.md D-04). */
export type BusinessHours = Readonly<{
  zone: string
  weekly: readonly Readonly<{ days: readonly number[]; from: string; until: string }>[]
  holidays: readonly Readonly<{ date: string; yearly: boolean; ranges: readonly Range[] }>[]
}>

/** The day and time of a zone's calendar and clocks: `YYYY-MM-DD` and `HH:MM`. */
export type Opening = Readonly<{ date: string; time: string }>

/**
 * Whether it is open at a moment, epoch ms. What counts is what the clocks show: a time they skip in spring is over at
 * once, and one they show twice in autumn counts twice.
 */
export function isOpen(hours: BusinessHours, at: number): boolean {
  const { date, time } = localTime(at, hours.zone)
  const begun = rangesOn(hours, date).some(
    range => range.from <= time && (isLong(range) || time < range.until),
  )
  return begun || rangesOn(hours, addDays(date, -1)).some(range => isLong(range) && time < range.until)
}

/** When it opens next after a moment, epoch ms; null when it does not open within two years. */
export function nextOpening(hours: BusinessHours, at: number): Opening | null {
  const now = localTime(at, hours.zone)
  if (hours.weekly.length === 0 && hours.holidays.every(({ ranges }) => ranges.length === 0)) return null
  for (let days = 0; days <= HORIZON; days += 1) {
    const date = addDays(now.date, days)
    const times = rangesOn(hours, date)
      .map(range => range.from)
      .filter(time => days > 0 || time > now.time)
      .sort()
    if (times[0] !== undefined) return { date, time: times[0] }
  }
  return null
}

/** Whether it goes on past midnight. */
function isLong({ from, until }: Range): boolean {
  return until <= from
}

/** What begins on a date: of its holiday when it is one, a dated one before a yearly one, else of its day of the week. */
function rangesOn({ weekly, holidays }: BusinessHours, date: string): readonly Range[] {
  const holiday =
    holidays.find(({ yearly, date: day }) => !yearly && day === date) ??
    holidays.find(({ yearly, date: day }) => yearly && day.slice(5) === date.slice(5))
  if (holiday) return holiday.ranges
  const day = dayOf(date)
  return weekly.filter(({ days }) => days.includes(day))
}

function dayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}
