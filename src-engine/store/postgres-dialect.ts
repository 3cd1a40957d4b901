import pg from 'pg'
import type { NewRow } from './db.ts'

/** What of the common SQL (docs/decisions/0026) PostgreSQL says differently. */
export function toPostgres(sql: string): string {
  let count = 0
  return sql
    .replaceAll('json_each(?)', 'json_array_elements(?::json)')
    .replace(/'[^']*'|\?/g, found => (found === '?' ? `$${++count}` : found))
}

/** Whole numbers are 64 bits wide in the tables; those of an engine are times and counts, far below 2^53. */
export const POSTGRES_TYPES = {
  getTypeParser: (type: number, format: 'text' | 'binary') =>
    type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format as 'text'),
} as pg.CustomTypesConfig

/** PostgreSQL has no NUL in texts: a sign that stands for no character says that one follows, or stands for itself. */
const ESCAPE = '\u{10FFFE}'
const TO_ESCAPE = /[\0\u{10FFFE}]/gu
const ESCAPED = /\u{10FFFE}([01])/gu

/** A text as PostgreSQL can keep it; halves of characters become a sign, as they do in SQLite. */
export function textForPostgres(text: string): string {
  const whole = text.replace(/\p{Surrogate}/gu, '\uFFFD')
  if (!whole.includes('\0') && !whole.includes(ESCAPE)) return whole
  return whole.replace(TO_ESCAPE, found => ESCAPE + (found === '\0' ? '0' : '1'))
}

/** Rows as the one parameter of json_populate_recordset. */
export function rowsForPostgres(rows: readonly NewRow[]): string {
  return JSON.stringify(rows, (_, value) => (typeof value === 'string' ? textForPostgres(value) : value))
}

/** A row as it was written. */
export function rowFromPostgres(row: Record<string, unknown>): Record<string, unknown> {
  for (const name of Object.keys(row)) {
    const value = row[name]
    if (typeof value === 'string' && value.includes(ESCAPE))
      row[name] = value.replace(ESCAPED, (_, kind) => (kind === '0' ? '\0' : ESCAPE))
  }
  return row
}
