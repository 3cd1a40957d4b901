import { z } from 'zod'
import { type Fault, fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { type Table, tablesOf } from '../store/catalog.ts'
import type { EngineDb, NewRow, Param, WriteDb } from '../store/db.ts'
import { ENGINE_MIGRATIONS } from '../store/migrations.ts'
import type { Sealer } from '../store/seal.ts'
import { sealRow } from '../store/sealed-rows.ts'
import { wakeEverything } from '../store/wake-everything.ts'
import { FrameReader, openFrame } from './frames.ts'
import { ABOUT, type Counts, FORMAT } from './write-backup.ts'

const headSchema = z.object({ format: z.literal(FORMAT), shape: z.int(), at: z.int(), key: z.string() })
const valueSchema = z.union([z.string(), z.number(), z.null(), z.object({ base64: z.string() })])
const rowsSchema = z.object({ table: z.string(), rows: z.array(z.record(z.string(), valueSchema)) })
const lastSchema = z.object({ counts: z.record(z.string(), z.int()) })

type Rows = z.infer<typeof rowsSchema>
type Host = Readonly<{ db: EngineDb; seal: Sealer; now: () => number }>

/**
 * Puts a backup into empty data, in one transaction: all of it, or nothing when anything about it is wrong. Between
 * SQLite and PostgreSQL in either direction; of an engine of the same shape.
 */
export async function restoreBackup(host: Host, source: AsyncIterable<Uint8Array>): Promise<Result<Counts>> {
  const reader = new FrameReader(source)
  const key = await readHead(reader, host.seal)
  if (!key.ok) return key
  if (await host.db.get('select 1 from bot limit 1'))
    return fault('engine-data/not-empty', 'A backup is restored into a new data folder or an empty database.')
  try {
    const counts = await host.db.atomically(tx => restoreInto(tx, { ...host, reader, key: key.value }))
    return ok(counts)
  } catch (error) {
    if (error instanceof Unfit) return error.fault
    throw error
  }
}

class Unfit extends Error {
  readonly fault: Fault

  constructor(reason: string) {
    super(reason)
    this.fault = fault('engine-data/bad-backup', `${reason} Nothing was restored.`)
  }
}

async function readHead(reader: FrameReader, seal: Sealer): Promise<Result<Uint8Array>> {
  const head = headSchema.safeParse(parsed(await reader.line()))
  if (!head.success) return fault('engine-data/bad-backup', 'It does not begin as a backup does.')
  const { shape, key } = head.data
  if (shape !== ENGINE_MIGRATIONS.length)
    return fault(
      'engine-data/bad-backup',
      `It is of data version ${shape}, this engine's is ${ENGINE_MIGRATIONS.length}. Restore it with the engine that wrote it, then update.`,
    )
  const opened = seal.open(key, ABOUT)
  return opened.ok ? ok(Buffer.from(opened.value, 'base64url')) : opened
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return null
  }
}

type From = Host & Readonly<{ reader: FrameReader; key: Uint8Array }>

async function restoreInto(tx: WriteDb, { reader, key, db, now }: From): Promise<Counts> {
  const tables = new Map((await tablesOf(tx, db.isShared)).map(table => [table.name, table]))
  const counts: Record<string, number> = {}
  for (let index = 0; ; index += 1) {
    const body = await reader.frame()
    if (!body) throw new Unfit('It is cut off.')
    const last = await openFrame(key, body, index, true)
    if (last !== null) {
      checkCounts(lastSchema.parse(JSON.parse(last)).counts, counts)
      await continueCounters(tx, tables, db.isShared)
      await wakeEverything(tx, db.isShared, now())
      return counts
    }
    const text = await openFrame(key, body, index, false)
    if (text === null) throw new Unfit(`Part ${index + 1} was changed.`)
    const rows = rowsSchema.parse(JSON.parse(text))
    if (!tables.has(rows.table)) throw new Unfit(`There is no table ${rows.table} here.`)
    await putRows(tx, rows)
    counts[rows.table] = (counts[rows.table] ?? 0) + rows.rows.length
  }
}

async function putRows(tx: WriteDb, { table, rows }: Rows): Promise<void> {
  const hasBytes = rows.some(row =>
    Object.values(row).some(value => typeof value === 'object' && value !== null),
  )
  if (!hasBytes) {
    await tx.insert(table, rows as NewRow[])
    return
  }
  for (const row of rows) {
    const marks = Object.keys(row).map(() => '?')
    const values = Object.entries(row).map(([name, value]): readonly [string, Param] => [
      name,
      typeof value === 'object' && value !== null ? Buffer.from(value.base64, 'base64') : value,
    ])
    await tx.run(
      `insert into ${table} (${Object.keys(row).join(', ')}) values (${marks.join(', ')})`,
      ...Object.values(sealRow(tx.vault, table, Object.fromEntries(values))),
    )
  }
}

function checkCounts(said: Counts, found: Counts): void {
  for (const [table, count] of Object.entries(said))
    if ((found[table] ?? 0) !== count)
      throw new Unfit(`${table} has ${found[table] ?? 0} rows instead of ${count}.`)
}

/** PostgreSQL's counters do not see numbers that are given; SQLite's do. */
async function continueCounters(
  tx: WriteDb,
  tables: ReadonlyMap<string, Table>,
  isOnPostgres: boolean,
): Promise<void> {
  if (!isOnPostgres) return
  for (const { name, counter } of tables.values())
    if (counter !== null)
      await tx.all(
        `select setval(pg_get_serial_sequence('${name}', '${counter}'), max(${counter})) from ${name} having max(${counter}) is not null`,
      )
}
