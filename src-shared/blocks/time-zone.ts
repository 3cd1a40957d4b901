import { z } from 'zod'

/** An IANA time zone the platform knows, such as `America/Sao_Paulo`. */
export const timeZoneSchema = z
  .string()
  .max(64)
  .refine(isTimeZone, 'expected a time zone such as Europe/Berlin')

function isTimeZone(zone: string): boolean {
  return formatterOf(zone) !== null
}

/** Making one costs far more than asking it. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(zone: string): Intl.DateTimeFormat | null {
  const made = formatters.get(zone)
  if (made) return made
  try {
    const formatter = new Intl.DateTimeFormat('en-CA-u-hc-h23', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      weekday: 'short',
    })
    formatters.set(zone, formatter)
    return formatter
  } catch {
    return null
  }
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** What clocks and calendars in a time zone show at a moment (epoch ms). `day`: Monday 1 to Sunday 7. */
export type LocalTime = Readonly<{ date: string; time: string; day: number }>

/** An unknown zone is UTC. */
export function localTime(at: number, zone: string): LocalTime {
  const formatter = formatterOf(zone) ?? formatterOf('UTC')
  const parts = new Map(formatter?.formatToParts(at).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
    day: DAYS.indexOf(part('weekday')) + 1,
  }
}
