/** A day as lists show it, such as `12 Jan 2026`, in the given language. `at` is in epoch milliseconds. */
export function shortDate(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(at)
}
