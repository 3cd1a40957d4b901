import { setImmediate as nextLoop } from 'node:timers/promises'
import type { BotId } from '../../src-shared/document/ids.ts'
import { canonicalJson } from '../../src-shared/kit/canonical-json.ts'
import { sha256Hex } from '../../src-shared/kit/sha256.ts'
import type { ReadDb, WriteDb } from './db.ts'

/**
 * One act of a key: on a bot, where `version` is the one it left behind, or on the engine, where both are empty;
 * `detail` holds the states, reason and choices.
 */
export type AuditEntry = Readonly<{
  at: number
  key: string
  action: string
  bot: BotId | ''
  version: string
  detail: Readonly<Record<string, unknown>>
}>

type Row = Omit<AuditEntry, 'detail'> & Readonly<{ id: number; detail: string; chain: string }>

/** The name to lock for appending: there is one last entry. */
export const AUDIT = 'audit'

const SELECT = 'select id, at, key, action, bot, version, detail, chain from audit'

/**
 * Appends to the log. Each entry's chain is the hash of itself and the chain before it, so that a changed row shows;
 * the transaction holds AUDIT.
 */
export async function appendAudit(db: WriteDb, entry: AuditEntry): Promise<void> {
  const last = await db.get<{ chain: string }>('select chain from audit order by id desc limit 1')
  const { at, key, action, bot, version, detail } = entry
  const chain = chainOf(last?.chain ?? '', entry)
  await db.insert('audit', [{ at, key, action, bot, version, detail: canonicalJson(detail), chain }])
}

/** What happened to a bot, or to the engine itself, oldest first. */
export async function auditOf(db: ReadDb, bot: BotId | ''): Promise<readonly AuditEntry[]> {
  return (await db.all<Row>(`${SELECT} where bot = ? order by id`, bot)).map(toEntry)
}

/** The ids of what designers told of a bot. */
export async function eventsKnown(db: ReadDb, bot: BotId): Promise<readonly string[]> {
  const rows = await db.all<Row>(`${SELECT} where bot = ? and substr(action, 1, 9) = 'designer.'`, bot)
  return rows.map(row => String(toEntry(row).detail.event))
}

export type AuditVerdict = Readonly<{
  /** Entries that were looked at: all, or those up to the broken one. */
  entries: number
  /** The number of the first entry that does not fit its chain; null when the log is whole. */
  broken: number | null
  /** The chain of the last entry: noted elsewhere, it tells later that none of those up to it was cut off. */
  head: string
}>

/** Entries that are read at once. */
const PAGE = 1000

/** Looks at every entry, from the first on; others are served meanwhile. */
export async function verifyAudit(db: ReadDb): Promise<AuditVerdict> {
  let head = ''
  let entries = 0
  for (let after = -1; ; ) {
    const rows = await db.all<Row>(`${SELECT} where id > ? order by id limit ${PAGE}`, after)
    for (const row of rows) {
      entries += 1
      if (row.chain !== chainOf(head, toEntry(row))) return { entries, broken: row.id, head: row.chain }
      head = row.chain
      after = row.id
    }
    if (rows.length < PAGE) return { entries, broken: null, head }
    await nextLoop()
  }
}

/** The position, from 0, of the first entry that does not fit its chain; null when the log is whole. */
export async function brokenAuditAt(db: ReadDb): Promise<number | null> {
  const { broken, entries } = await verifyAudit(db)
  return broken === null ? null : entries - 1
}

export type AuditFilter = Readonly<{
  before: number
  limit: number
  key?: string | undefined
  action?: string | undefined
  bot?: string | undefined
  since?: number | undefined
  until?: number | undefined
}>

/** Entries before the one numbered `before`, the newest first; an action ends with a dot for all that begin with it. */
export async function auditBefore(
  db: ReadDb,
  filter: AuditFilter,
): Promise<readonly (AuditEntry & Readonly<{ id: number }>)[]> {
  const { before, limit, key, action, bot, since, until } = filter
  const where: readonly (readonly [string, string | number | undefined])[] = [
    ['id < ?', before],
    ['key = ?', key],
    action?.endsWith('.') ? ['substr(action, 1, length(?)) = ?', action] : ['action = ?', action],
    ['bot = ?', bot],
    ['at >= ?', since],
    ['at < ?', until],
  ]
  const asked = where.flatMap(([sql, value]) => (value === undefined ? [] : [{ sql, value }]))
  const params = asked.flatMap(({ sql, value }) => Array.from(sql.matchAll(/\?/g), () => value))
  const rows = await db.all<Row>(
    `${SELECT} where ${asked.map(({ sql }) => sql).join(' and ')} order by id desc limit ?`,
    ...params,
    limit,
  )
  return rows.map(row => ({ id: row.id, ...toEntry(row) }))
}

function chainOf(before: string, entry: AuditEntry): string {
  return sha256Hex(`${before}\n${canonicalJson(entry)}`)
}

function toEntry({ at, key, action, bot, version, detail }: Row): AuditEntry {
  return { at, key, action, bot, version, detail: JSON.parse(detail) }
}
