const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** How long ago, in a word. @param {number} at @param {string} language @param {string} now the word for less than a minute */
export function age(at, language, now) {
  const ms = Date.now() - at
  if (ms < MINUTE_MS) return now
  const [value, unit] =
    ms < HOUR_MS ? [Math.floor(ms / MINUTE_MS), 'minute'] : [Math.floor(ms / HOUR_MS), 'hour']
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(value)
}

/** The time of day, with the date where it is another day. @param {number} at @param {string} language */
export function clock(at, language) {
  const isToday = new Date(at).toDateString() === new Date().toDateString()
  return new Intl.DateTimeFormat(language, {
    ...(isToday ? {} : { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)
}

/** A day. @param {number} at @param {string} language */
export function day(at, language) {
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric' }).format(at)
}
