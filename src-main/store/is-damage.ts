const DAMAGE = ['SQLITE_CORRUPT', 'SQLITE_NOTADB']

/** SQLite's code of an error it threw, such as `SQLITE_FULL`; null for any other error. */
export function sqliteCode(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : null
}

/** Whether SQLite says that the file itself is broken. */
export function isDamage(error: unknown): boolean {
  const code = sqliteCode(error)
  return code !== null && DAMAGE.some(damage => code.startsWith(damage))
}
