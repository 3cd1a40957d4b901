import type { BotId } from '../../src-shared/document/ids.ts'
import { canonicalJson } from '../../src-shared/kit/canonical-json.ts'
import { sha256Hex } from '../../src-shared/kit/sha256.ts'
import type { ReadDb, WriteDb } from './db.ts'

/** One act of a key on a bot: `version` is the one it left behind, `detail` the states, reason and choices. */
export type AuditEntry = Readonly<{
  at: number
  key: string
  action: string
  bot: BotId
  version: string
  detail: Readonly<Record<string, unknown>>
}>

type Row = Omit<AuditEntry, 'detail'> & Readonly<{ detail: string; chain: string }>

const COLUMNS = 'at, key, action, bot, version, detail, chain'

/** Appends to the log. Each entry's chain is the hash of itself and the chain before it, so that a changed row shows. */
export function appendAudit(db: WriteDb, entry: AuditEntry): void {
  const last = db.get<{ chain: string }>('select chain from audit order by id desc limit 1')
  const { at, key, action, bot, version, detail } = entry
  const sql = `insert into audit (${COLUMNS}) values (?, ?, ?, ?, ?, ?, ?)`
  db.run(sql, at, key, action, bot, version, canonicalJson(detail), chainOf(last?.chain ?? '', entry))
}

/** What happened to a bot, oldest first. */
export function auditOf(db: ReadDb, bot: BotId): readonly AuditEntry[] {
  return db.all<Row>(`select ${COLUMNS} from audit where bot = ? order by id`, bot).map(toEntry)
}

/** The position, from 0, of the first entry that does not fit its chain; null when the log is whole. */
export function brokenAuditAt(db: ReadDb): number | null {
  const rows = db.all<Row>(`select ${COLUMNS} from audit order by id`)
  const at = rows.findIndex((row, index) => row.chain !== chainOf(rows[index - 1]?.chain ?? '', toEntry(row)))
  return at < 0 ? null : at
}

function chainOf(before: string, entry: AuditEntry): string {
  return sha256Hex(`${before}\n${canonicalJson(entry)}`)
}

function toEntry({ at, key, action, bot, version, detail }: Row): AuditEntry {
  return { at, key, action, bot, version, detail: JSON.parse(detail) }
}
