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

type Row = Omit<AuditEntry, 'detail'> & Readonly<{ detail: string; chain: string }>

/** The name to lock for appending: there is one last entry. */
export const AUDIT = 'audit'

const COLUMNS = 'at, key, action, bot, version, detail, chain'

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
  return (await db.all<Row>(`select ${COLUMNS} from audit where bot = ? order by id`, bot)).map(toEntry)
}

/** The position, from 0, of the first entry that does not fit its chain; null when the log is whole. */
export async function brokenAuditAt(db: ReadDb): Promise<number | null> {
  const rows = await db.all<Row>(`select ${COLUMNS} from audit order by id`)
  const at = rows.findIndex((row, index) => row.chain !== chainOf(rows[index - 1]?.chain ?? '', toEntry(row)))
  return at < 0 ? null : at
}

function chainOf(before: string, entry: AuditEntry): string {
  return sha256Hex(`${before}\n${canonicalJson(entry)}`)
}

function toEntry({ at, key, action, bot, version, detail }: Row): AuditEntry {
  return { at, key, action, bot, version, detail: JSON.parse(detail) }
}
