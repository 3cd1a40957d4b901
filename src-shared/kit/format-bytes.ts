const UNITS = ['bytes', 'KB', 'MB', 'GB'] as const

/** A size for people, in thousands, such as `5.2 MB`; rounded up, so that what is over a limit never looks equal to it. */
export function formatBytes(bytes: number): string {
  let size = bytes
  let unit = 0
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000
    unit += 1
  }
  const shown = unit === 0 ? size : Math.ceil(size * 10) / 10
  return `${shown} ${UNITS[unit]}`
}
