import type { ReadDb } from './db.ts'

/** Numbers of rows that are looked at in one go: after the first, up to the second. */
export type Window = Readonly<{ after: number; to: number }>

const WIDTH = 5000
/** Tables whose rows are numbered as they come, and say when. */
type Numbered = 'inbound' | 'channel_event' | 'delivery' | 'desk_chat'

/** Goes through a table from its oldest row, until one is younger than a time; what was taken away costs nothing. */
export async function* windowsBefore(db: ReadDb, table: Numbered, before: number): AsyncGenerator<Window> {
  const number = table === 'desk_chat' ? 'id' : 'seq'
  const sql = `select ${number} as seq, at from ${table} where ${number} > ? order by ${number} limit 1`
  for (let after = 0; ; ) {
    const next = await db.get<{ seq: number; at: number }>(sql, after)
    if (!next || next.at >= before) return
    const to = next.seq + WIDTH - 1
    yield { after: next.seq - 1, to }
    after = to
  }
}
