import { localTime } from './time-zone.ts'

/** Days from Monday 1 to Sunday 7, and a time of the day such as `09:30`, by the clocks of a zone. */
export type EntrySchedule = Readonly<{ days: readonly number[]; time: string; zone: string }>

/**
 * The date, in the zone, of the time that falls into this minute (epoch ms); null when none does. Where clocks are set
 * forward over it, that day has none; where an hour comes twice, both have the same date.
 */
export function scheduledDate({ days, time, zone }: EntrySchedule, at: number): string | null {
  const local = localTime(at, zone)
  return local.time === time && days.includes(local.day) ? local.date : null
}
