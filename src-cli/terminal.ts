/** Where a command reads its surroundings and writes: data to `out`, words about it to `err`, each call one line. */
export type Terminal = Readonly<{
  out(line: string): void
  err(line: string): void
  env: Readonly<Record<string, string | undefined>>
  /** Epoch milliseconds; only signatures use it. */
  now(): number
}>
