import { randomBytes } from 'node:crypto'
import { type Table, tablesOf } from '../store/catalog.ts'
import type { EngineDb, ReadDb } from '../store/db.ts'
import { ENGINE_MIGRATIONS } from '../store/migrations.ts'
import type { Sealer } from '../store/seal.ts'
import { sealFrame } from './frames.ts'

/** The first line of a backup, which is all that is not sealed. `key` opens the rest, sealed with the engine's own. */
export type BackupHead = Readonly<{ format: typeof FORMAT; shape: number; at: number; key: string }>

/** How many rows of each table a backup holds. */
export type Counts = Readonly<Record<string, number>>

export const FORMAT = 'parley-engine-backup-1'
/** What the key of a backup is sealed about. */
export const ABOUT = 'backup'

/** Rows of one frame. */
const PAGE = 2000

type Host = Readonly<{ db: EngineDb; seal: Sealer; now: () => number }>

/**
 * All that an engine keeps, as it is at one moment, while it goes on (requirements.md NHN-147): a line, and sealed
 * frames of rows; the last one counts them. It opens with the engine's seal key only, which is not in it.
 */
export async function* backupOf({ db, seal, now }: Host): AsyncGenerator<Buffer> {
  const key = randomBytes(32)
  const head: BackupHead = {
    format: FORMAT,
    shape: ENGINE_MIGRATIONS.length,
    at: now(),
    key: seal.seal(key.toString('base64url'), ABOUT),
  }
  yield Buffer.from(`${JSON.stringify(head)}\n`)
  const snapshot = await db.snapshot()
  try {
    const counts: Record<string, number> = {}
    let index = 0
    for (const table of await tablesOf(snapshot, db.isShared)) {
      counts[table.name] = 0
      for await (const rows of pagesOf(snapshot, table)) {
        counts[table.name] = (counts[table.name] ?? 0) + rows.length
        yield await sealFrame(
          key,
          JSON.stringify({ table: table.name, rows: rows.map(writable) }),
          index++,
          false,
        )
      }
    }
    yield await sealFrame(key, JSON.stringify({ counts }), index, true)
  } finally {
    await snapshot.close()
  }
}

type Row = Readonly<Record<string, unknown>>

async function* pagesOf(db: ReadDb, { name, key }: Table): AsyncGenerator<readonly Row[]> {
  const order = key.length > 0 ? `order by ${key.join(', ')}` : ''
  for (let offset = 0; ; offset += PAGE) {
    const rows = await db.all<Row>(`select * from ${name} ${order} limit ${PAGE} offset ${offset}`)
    if (rows.length > 0) yield rows
    if (rows.length < PAGE) return
  }
}

/** Bytes are written as what JSON can hold. */
function writable(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
    ]),
  )
}
