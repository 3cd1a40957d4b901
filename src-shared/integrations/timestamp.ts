/** Epoch milliseconds as `YYYY-MM-DD hh:mm:ss.SS` in GMT (requirements.md IMI-25, D-18); the third digit is dropped. */
export function writeTimestamp(at: number): string {
  return new Date(at).toISOString().replace('T', ' ').slice(0, 22)
}

const SHAPE = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{0,3}))?(?: ?(?:GMT|UTC|Z))?$/

/** Epoch milliseconds of a timestamp in GMT with up to three digits of a second's fraction; null for anything else. */
export function readTimestamp(text: string): number | null {
  const [, date, time, fraction = ''] = SHAPE.exec(text.trim()) ?? []
  if (date === undefined || time === undefined) return null
  const at = Date.parse(`${date}T${time}.${fraction.padEnd(3, '0')}Z`)
  // The thirty-first of April is read as the first of May by some.
  return Number.isNaN(at) || !new Date(at).toISOString().startsWith(`${date}T${time}`) ? null : at
}
