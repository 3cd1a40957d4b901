import type { BotId } from '../../src-shared/document/ids.ts'
import type { ReadDb, WriteDb } from './db.ts'

/** Versions that give their bot its external id now: the active one, and the one that was published last. */
const CALLED = `from external_id e join version v on v.hash = e.hash
  left join environment d on d.bot = v.bot and d.name = 'draft' and d.major = v.major and d.minor = v.minor
  where e.id = ? and (v.state = 'active' or d.bot is not null)`

/** Notes what content calls itself; nothing for content without such an id. */
export async function keepExternalId(tx: WriteDb, hash: string, id: string | undefined): Promise<void> {
  if (id === undefined) return
  await tx.insert('external_id', [{ hash, id }], { conflict: 'on conflict do nothing' })
}

/** The bot that has an external id; one at work comes first. Null for none. */
export async function botCalled(db: ReadDb, id: string): Promise<BotId | null> {
  const sql = `select v.bot ${CALLED} order by case v.state when 'active' then 0 else 1 end, v.bot limit 1`
  return (await db.get<{ bot: BotId }>(sql, id))?.bot ?? null
}

/** Another bot that has an external id; null when it is free (requirements.md KAR-09). */
export async function otherBotCalled(
  db: ReadDb,
  bot: string,
  id: string | null | undefined,
): Promise<string | null> {
  if (id === null || id === undefined) return null
  const sql = `select v.bot ${CALLED} and v.bot <> ? limit 1`
  return (await db.get<{ bot: string }>(sql, id, bot))?.bot ?? null
}

/** What content calls itself; null for content without such an id. */
export async function externalIdOf(db: ReadDb, hash: string): Promise<string | null> {
  return (await db.get<{ id: string }>('select id from external_id where hash = ?', hash))?.id ?? null
}
