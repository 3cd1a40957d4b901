import type { BotId } from '../../src-shared/document/ids.ts'
import { listOf, type ReadDb, type WriteDb } from './db.ts'

/** `restedAt`: when the last active version was deactivated; null while one is active or none ever was. */
export type BotRow = Readonly<{ id: BotId; name: string; restedAt: number | null }>

const COLUMNS = 'id, name, rested_at as "restedAt"'

export async function findBot(db: ReadDb, bot: string): Promise<BotRow | null> {
  return (await db.get<BotRow>(`select ${COLUMNS} from bot where id = ?`, bot)) ?? null
}

/** Which of these are here. */
export async function knownBots(db: ReadDb, bots: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.all<{ id: string }>(
    'select id from bot where id in (select value->>0 from json_each(?))',
    listOf([...new Set(bots)].map(bot => [bot])),
  )
  return new Set(rows.map(({ id }) => id))
}

export function listBots(db: ReadDb): Promise<readonly BotRow[]> {
  return db.all<BotRow>(`select ${COLUMNS} from bot order by id`)
}

/** A bot is shown under the name it was last published with. */
export async function putBot(db: WriteDb, bot: BotId, name: string, at: number): Promise<void> {
  const conflict = 'on conflict (id) do update set name = excluded.name'
  await db.insert('bot', [{ id: bot, name, created_at: at }], { conflict })
}

export async function setRestedAt(db: WriteDb, bot: BotId, at: number | null): Promise<void> {
  await db.run('update bot set rested_at = ? where id = ?', at, bot)
}
