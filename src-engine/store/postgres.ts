import type pg from 'pg'
import type { Bulk, EngineDb, Insert, NewRow, Param, Snapshot, WriteDb } from './db.ts'
import { gather } from './gather.ts'
import { GroupCommit } from './group-commit.ts'
import {
  POSTGRES_TYPES,
  rowFromPostgres,
  rowsForPostgres,
  textForPostgres,
  toPostgres,
} from './postgres-dialect.ts'
import { postgresPool } from './postgres-pool.ts'
import { type Column, openRows, openSoundRows, type Plan, planOf, sealRow } from './sealed-rows.ts'
import { SealBroken, type Vault } from './vault.ts'

/** Connections of one process; the server's own limit is 100 unless it was raised. */
const CONNECTIONS = 10
/** More names than this are not held one by one, for the server's table of locks is small. */
const MOST_NAMES = 1000
/** The lock that every transaction which holds names shares, and one that holds too many of them has alone. */
const EVERYTHING = 0x5041524c
const TRIES = 4

/** What PostgreSQL says when two transactions waited for each other: nothing was written, and it may be tried again. */
const AGAIN = new Set(['40001', '40P01'])

/** Classes of PostgreSQL's codes (connection, resources, operator's intervention), and the system's own codes. */
const AWAY = /^(08|53|57)|^E(CONN|NOENT|PIPE|HOST|NET|TIMEDOUT|AI_AGAIN)/
/** What the client says of a connection that broke; it has no code for that. */
const AWAY_WORDS = /^(Connection terminated|Client (has encountered a connection error|was closed))/

type Statement = Readonly<{ name: string; text: string }>

/** Where a field of an answer comes from, by the numbers it is told with. */
type ColumnNames = ReadonlyMap<string, Readonly<{ table: string; column: string }>>
const COLUMN_NAMES = `
  select a.attrelid::bigint || '.' || a.attnum as place, c.relname as table, a.attname as column
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0`

/** Data on a server, which several engine processes share. Statements of one transaction are sent without waiting. */
class PostgresDb {
  readonly isShared = true
  readonly pool: pg.Pool
  private readonly statements = new Map<string, Statement>()
  private readonly plans = new Map<string, Plan>()
  private open: Vault | null = null
  private columns: ColumnNames = new Map()
  private readonly underWay = new Set<Promise<unknown>>()

  constructor(url: string) {
    this.pool = postgresPool({
      connectionString: url,
      max: CONNECTIONS,
      pipeline: true,
      types: POSTGRES_TYPES,
    })
  }

  get vault(): Vault {
    if (!this.open) throw new Error('the data were not unlocked')
    return this.open
  }

  /** From here on what is kept of people is opened when it is read, and sealed when it is inserted. */
  async unlock(vault: Vault): Promise<void> {
    const { rows } = await this.pool.query<{ place: string; table: string; column: string }>(COLUMN_NAMES)
    this.columns = new Map(rows.map(({ place, table, column }) => [place, { table, column }]))
    this.open = vault
  }

  async all<Row>(sql: string, ...params: Param[]): Promise<Row[]> {
    return this.rowsOf(sql, await this.pool.query(this.statement(sql), params.map(forPostgres)))
  }

  async sound<Row>(sql: string, ...params: Param[]): Promise<Row[]> {
    const result = await this.pool.query(this.statement(sql), params.map(forPostgres))
    return this.rowsOf(sql, result, openSoundRows)
  }

  async get<Row>(sql: string, ...params: Param[]): Promise<Row | undefined> {
    return (await this.all<Row>(sql, ...params))[0]
  }

  atomically<T>(work: (tx: WriteDb) => Promise<T>): Promise<T> {
    const done = this.tryAgain(work)
    this.underWay.add(done)
    const forget = () => void this.underWay.delete(done)
    done.then(forget, forget)
    return done
  }

  /**
   * Each kind of work has transactions of its own here, for they lock different things; one after the other, so that who
   * asked earlier is served earlier.
   */
  grouped<In, Out>(work: Bulk<In, Out>): (item: In) => Promise<Out> {
    const groups: GroupCommit = new GroupCommit(async all => {
      await gather(() => groups.size)
      return this.atomically(all)
    })
    return item => groups.add(work, item)
  }

  async snapshot(): Promise<Snapshot> {
    const client = await this.pool.connect()
    let isOpen = true
    const close = async () => {
      if (!isOpen) return
      isOpen = false
      await client.query('rollback').then(
        () => client.release(),
        () => client.release(true),
      )
    }
    try {
      await client.query('begin isolation level repeatable read read only')
      return Object.assign(this.transaction(client, []), { close })
    } catch (error) {
      await close()
      throw error
    }
  }

  /** Nobody is held up by it: the room of old rows is given free, and a table that is locked is passed over. */
  async scrub(): Promise<void> {
    await this.pool.query('vacuum (skip_locked)')
  }

  isRefusal(error: unknown): boolean {
    const { code = '' } = error as { code?: string }
    return error instanceof SealBroken || /^(22|23|54|P0)/.test(code)
  }

  isAway(error: unknown): boolean {
    const { code = '', message = '', errors = [] } = error as Partial<AggregateError> & { code?: string }
    return AWAY.test(code) || AWAY_WORDS.test(message) || errors.some(one => this.isAway(one))
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.underWay)
    await this.pool.end()
  }

  private async tryAgain<T>(work: (tx: WriteDb) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1)
      try {
        return await this.transact(work)
      } catch (error) {
        if (tries === TRIES || !AGAIN.has(String((error as { code?: string }).code))) throw error
      }
  }

  private async transact<T>(work: (tx: WriteDb) => Promise<T>): Promise<T> {
    const client = await this.pool.connect()
    let isSound = false
    const committed: (() => void)[] = []
    try {
      const begun = client.query('begin')
      // A connection that breaks fails what was sent after it too, and that is heard first.
      begun.catch(() => {})
      const value = await work(this.transaction(client, committed))
      await begun
      const { command } = await client.query('commit')
      isSound = true
      // What a statement failed with was passed over by its caller.
      if (command !== 'COMMIT') throw new Error('the transaction was rolled back')
      for (const then of committed) then()
      return value
    } catch (error) {
      if (!isSound)
        isSound = await client.query('rollback').then(
          () => true,
          () => false,
        )
      throw error
    } finally {
      client.release(!isSound)
    }
  }

  private transaction(client: pg.PoolClient, committed: (() => void)[]): WriteDb {
    const query = (sql: string, params: readonly unknown[]) => client.query(this.statement(sql), [...params])
    const all = async (sql: string, ...params: Param[]) =>
      this.rowsOf(sql, await query(sql, params.map(forPostgres)))
    const vault = () => this.vault
    return {
      get vault() {
        return vault()
      },
      all,
      sound: async (sql: string, ...params: Param[]) =>
        this.rowsOf(sql, await query(sql, params.map(forPostgres)), openSoundRows),
      get: async (sql: string, ...params: Param[]) => (await all(sql, ...params))[0],
      run: async (sql: string, ...params: Param[]) =>
        (await query(sql, params.map(forPostgres))).rowCount ?? 0,
      insert: async (table: string, rows: readonly NewRow[], how: Insert = {}) => {
        const [first] = rows
        if (!first) return []
        const { open } = this
        const sealed = open ? rows.map(row => sealRow(open, table, row)) : rows
        const sql = insertSql(table, Object.keys(first), how)
        return this.rowsOf(sql, await query(sql, [rowsForPostgres(sealed)]))
      },
      lock: async (names: readonly string[]) => {
        const kind = names.length > MOST_NAMES ? 'lock' : 'lock_shared'
        const everything = query(`select pg_advisory_xact_${kind}(${EVERYTHING})`, [])
        // In one order everywhere, so that two who need the same ones do not wait for each other.
        const list = JSON.stringify([...new Set(names)].sort().map(name => [name]))
        const each = 'select pg_advisory_xact_lock(hashtextextended(value->>0, 0)) from json_each(?)'
        await Promise.all([everything, names.length > MOST_NAMES ? null : query(each, [list])])
      },
      onCommit: (then: () => void) => void committed.push(then),
    } as unknown as WriteDb
  }

  private rowsOf<Row>(sql: string, { rows, fields }: pg.QueryResult, opened = openRows): Row[] {
    const found = rows.map(row => rowFromPostgres(row) as Row)
    if (!this.open) return found
    let plan = this.plans.get(sql)
    if (plan === undefined) {
      plan = planOf(fields.map(field => this.columnOf(field)))
      this.plans.set(sql, plan)
    }
    return opened(this.open, plan, found)
  }

  private columnOf({ name, tableID, columnID }: pg.FieldDef): Column {
    return { name, table: null, column: null, ...this.columns.get(`${tableID}.${columnID}`) }
  }

  private statement(sql: string): Statement {
    const known = this.statements.get(sql)
    if (known) return known
    const made = { name: `parley${this.statements.size}`, text: toPostgres(sql) }
    this.statements.set(sql, made)
    return made
  }
}

function insertSql(table: string, columns: readonly string[], { conflict = '', returning }: Insert): string {
  const names = columns.join(', ')
  const end = returning ? ` returning ${returning}` : ''
  return `insert into ${table} (${names})
    select ${names} from json_populate_recordset(null::${table}, ?::json) ${conflict}${end}`
}

function forPostgres(param: Param): unknown {
  if (typeof param === 'string') return textForPostgres(param)
  return param instanceof Uint8Array ? Buffer.from(param) : param
}

/** The data on a server, with the pool that graphile-worker shares. */
export type PostgresEngineDb = EngineDb & Pick<PostgresDb, 'pool' | 'unlock'>

export function openPostgres(url: string): PostgresEngineDb {
  return new PostgresDb(url) as unknown as PostgresEngineDb
}
