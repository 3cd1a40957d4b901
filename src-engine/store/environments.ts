import type { BotId } from '../../src-shared/document/ids.ts'
import type { Environment } from '../../src-shared/lifecycle/environments.ts'
import type { VersionNumber } from '../../src-shared/lifecycle/version-number.ts'
import { listOf, type ReadDb, type WriteDb } from './db.ts'

/** The environments that are told which version they have; `live` has the active one. */
type Told = Exclude<Environment, 'live'>

/** The version an environment has; null for none yet. */
export async function versionIn(db: ReadDb, bot: string, name: Told): Promise<VersionNumber | null> {
  const sql = 'select major, minor from environment where bot = ? and name = ?'
  return (await db.get<VersionNumber>(sql, bot, name)) ?? null
}

export async function putIntoEnvironment(
  db: WriteDb,
  bot: BotId,
  name: Told,
  { major, minor, at }: VersionNumber & Readonly<{ at: number }>,
): Promise<void> {
  const conflict =
    'on conflict (bot, name) do update set major = excluded.major, minor = excluded.minor, at = excluded.at'
  await db.insert('environment', [{ bot, name, major, minor, at }], { conflict })
}

/** What answers in the draft and test environments of some bots: content by `<bot>/<environment>`. */
export async function environmentContents(
  db: ReadDb,
  bots: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.all<Readonly<{ bot: string; name: string; hash: string }>>(
    `select e.bot, e.name, v.hash from environment e
     join version v on v.bot = e.bot and v.major = e.major and v.minor = e.minor
     where e.bot in (select value->>0 from json_each(?))`,
    listOf(bots.map(bot => [bot])),
  )
  return new Map(rows.map(({ bot, name, hash }) => [`${bot}/${name}`, hash]))
}
