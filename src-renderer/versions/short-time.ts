/** A moment as lists show it, such as `12 Jan 2026, 14:05`, in the given language. `at` is in epoch milliseconds. */
export function shortTime(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at)
}
