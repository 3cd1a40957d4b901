/** A moment as short as it can be told apart: the time of today, else the day with it. */
export function whenText(at: number, now: number, language: string): string {
  const [then, today] = [new Date(at), new Date(now)]
  const time = { hour: 'numeric', minute: '2-digit' } as const
  if (then.toDateString() === today.toDateString())
    return new Intl.DateTimeFormat(language, time).format(then)
  const isThisYear = then.getFullYear() === today.getFullYear()
  const year = isThisYear ? undefined : 'numeric'
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year, ...time }).format(then)
}
