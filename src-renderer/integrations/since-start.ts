/** What is between two moments of a played clock, such as `0:05:00`, or `1 00:00:00` with days. Milliseconds in. */
export function sinceStart(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const two = (number: number) => String(number).padStart(2, '0')
  const [days, hours] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24]
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return days === 0 ? `${hours}:${rest}` : `${days} ${two(hours)}:${rest}`
}
