/** How the simulated clock is shown. It runs by UTC, as formulas of a bot without a time zone do. */
export const CLOCK_FORMAT: Intl.DateTimeFormatOptions = {
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'UTC',
}
