import { SEALED } from './sealed-columns.ts'
import { type Cell, type RowKey, SealBroken, type Vault } from './vault.ts'

/** A column of an answer, and where it comes from; null for what was computed. */
export type Column = Readonly<{ name: string; table: string | null; column: string | null }>

type Name = Readonly<{ name: string; place: string }>
type Body = Readonly<{ name: string; place: string; key: readonly string[]; words: readonly string[] }>

/** What is to be opened in the rows of one statement; null when there is nothing. */
export type Plan = Readonly<{
  names: readonly Name[]
  ids: readonly Name[]
  computed: readonly string[]
  bodies: readonly Body[]
}> | null

type Row = Record<string, unknown>

type Sealing = Readonly<{ names: readonly string[]; ids: readonly string[]; bodies: readonly Body[] }>

const SEALING: ReadonlyMap<string, Sealing> = new Map(
  Object.entries(SEALED).map(([table, { names, ids = [], bodies, words = [] }]) => {
    const list = Object.entries(bodies).map(([name, key]) => ({
      name,
      place: `${table}.${name}`,
      key,
      words,
    }))
    return [table, { names, ids, bodies: list }]
  }),
)

/** A row of a table as it is kept. */
export function sealRow<R extends Readonly<Record<string, unknown>>>(vault: Vault, table: string, row: R): R {
  const sealing = SEALING.get(table)
  if (!sealing) return row
  const sealed: Row = { ...row }
  for (const name of sealing.names) {
    const value = row[name]
    if (typeof value === 'string') sealed[name] = vault.name(value)
  }
  for (const name of sealing.ids) {
    const value = row[name]
    if (typeof value === 'string') sealed[name] = vault.id(value)
  }
  for (const { name, place, key, words } of sealing.bodies) {
    const value = row[name]
    if (isCell(value) && !isWord(value, words))
      sealed[name] = vault.seal(place, value, keyOf(row, key, table))
  }
  return sealed as R
}

/** Throws for a statement that reads something sealed without what it is bound to. */
export function planOf(columns: readonly Column[]): Plan {
  const names: Name[] = []
  const ids: Name[] = []
  const computed: string[] = []
  const bodies: Body[] = []
  for (const { name, table, column } of columns) {
    if (table === null || column === null) computed.push(name)
    const spec = table === null ? undefined : SEALED[table]
    if (!spec || column === null) continue
    if (spec.names.includes(column)) names.push({ name, place: `${table}.${column}` })
    if (spec.ids?.includes(column)) ids.push({ name, place: `${table}.${column}` })
    const key = spec.bodies[column]
    if (key === undefined) continue
    const found = key.map(part => calledIn(columns, table, part, column))
    bodies.push({ name, place: `${table}.${column}`, key: found, words: spec.words ?? [] })
  }
  const isPlain = names.length + ids.length + computed.length + bodies.length === 0
  return isPlain ? null : { names, ids, computed, bodies }
}

/** What a column is called in the answer; one of a joined table that has the same name is the same. */
function calledIn(columns: readonly Column[], table: string | null, part: string, column: string): string {
  const own = columns.find(one => one.table === table && one.column === part)
  const found = own ?? columns.find(one => one.column === part)
  if (!found) throw new Error(`who reads ${table}.${column} has to read ${part} too`)
  return found.name
}

/** Opens rows in place; throws SealBroken for one that does not open. */
export function openRows<R>(vault: Vault, plan: Plan, rows: R[]): R[] {
  if (plan) for (const row of rows) openRow(vault, plan, row as Row)
  return rows
}

/** Opens rows in place; leaves out those that do not open. */
export function openSoundRows<R>(vault: Vault, plan: Plan, rows: R[]): R[] {
  return rows.filter(row => {
    try {
      openRows(vault, plan, [row])
      return true
    } catch (error) {
      if (error instanceof SealBroken) return false
      throw error
    }
  })
}

function openRow(vault: Vault, { names, ids, computed, bodies }: NonNullable<Plan>, row: Row): void {
  for (const { name, place } of names) {
    const value = row[name]
    if (typeof value === 'string') row[name] = vault.openName(value) ?? broken(vault, place, [])
  }
  for (const { name, place } of ids) {
    const value = row[name]
    if (typeof value === 'string') row[name] = vault.openId(value) ?? broken(vault, place, [])
  }
  for (const name of computed) {
    const value = row[name]
    // A name that went through an expression needs no row to be opened.
    if (typeof value === 'string' && value.startsWith('~n1.')) row[name] = vault.openName(value) ?? value
  }
  for (const { name, place, key, words } of bodies) {
    const value = row[name]
    if (!isCell(value) || isWord(value, words)) continue
    const of = key.map(part => row[part])
    row[name] = vault.open(place, value, of) ?? broken(vault, place, of)
  }
}

function broken(vault: Vault, place: string, key: RowKey): never {
  const error = new SealBroken(place, key)
  vault.broken += 1
  vault.onBroken(error)
  throw error
}

function keyOf(row: Readonly<Row>, key: readonly string[], table: string): RowKey {
  return key.map(part => {
    if (!(part in row)) throw new Error(`who writes into ${table} has to give ${part}`)
    return row[part]
  })
}

function isWord(value: Cell, words: readonly string[] = []): boolean {
  return typeof value === 'string' && words.includes(value)
}

function isCell(value: unknown): value is Cell {
  return typeof value === 'string' || value instanceof Uint8Array
}
