import type { BotId } from '../../src-shared/document/ids.ts'
import type { VersionState } from '../../src-shared/lifecycle/lifecycle.ts'
import type { VersionEntry, VersionList } from '../../src-shared/lifecycle/version-list.ts'
import { compareVersions, type VersionNumber } from '../../src-shared/lifecycle/version-number.ts'
import type { ReadDb, WriteDb } from './db.ts'

/** A version with the time its state last changed, epoch milliseconds. */
export type DatedVersion = VersionEntry & Readonly<{ changedAt: number }>

type Row = Readonly<{
  major: number
  minor: number
  hash: string
  state: VersionState
  fromMajor: number | null
  fromMinor: number | null
  changedAt: number
}>

/** The versions of a bot in the order of their numbers. */
export async function versionsOf(db: ReadDb, bot: BotId): Promise<readonly DatedVersion[]> {
  const rows = await db.all<Row>(
    `select major, minor, hash, state, from_major as "fromMajor", from_minor as "fromMinor",
       changed_at as "changedAt"
     from version where bot = ? order by major, minor`,
    bot,
  )
  return rows.map(({ major, minor, hash, state, fromMajor, fromMinor, changedAt }) => ({
    number: { major, minor },
    hash,
    state,
    derivedFrom: fromMajor === null || fromMinor === null ? null : { major: fromMajor, minor: fromMinor },
    changedAt,
  }))
}

/** Writes what a lifecycle function changed: states of known versions, and new ones with their note. */
export async function saveVersions(
  db: WriteDb,
  change: Readonly<{ bot: BotId; before: VersionList; after: VersionList; note: string; at: number }>,
): Promise<void> {
  const { bot, before, after, note, at } = change
  const isSame = (a: VersionNumber, b: VersionNumber) => compareVersions(a, b) === 0
  const changed = after.filter(
    entry => before.find(({ number }) => isSame(number, entry.number))?.state !== entry.state,
  )
  // The one that rests comes first: the index allows one active version at every moment.
  for (const entry of [...changed].sort(
    (a, b) => Number(a.state === 'active') - Number(b.state === 'active'),
  ))
    await putVersion(db, { bot, entry, note, at })
}

async function putVersion(
  db: WriteDb,
  version: { bot: BotId; entry: VersionEntry; note: string; at: number },
): Promise<void> {
  const { bot, entry, note, at } = version
  const { number, hash, state, derivedFrom } = entry
  const row = {
    bot,
    major: number.major,
    minor: number.minor,
    hash,
    state,
    from_major: derivedFrom?.major ?? null,
    from_minor: derivedFrom?.minor ?? null,
    note,
    changed_at: at,
  }
  const conflict =
    'on conflict (bot, major, minor) do update set state = excluded.state, changed_at = excluded.changed_at'
  await db.insert('version', [row], { conflict })
}

/** What answers now: the active content of every bot. */
export function activeVersions(db: ReadDb): Promise<readonly Readonly<{ bot: string; hash: string }>[]> {
  return db.all("select bot, hash from version where state = 'active'")
}
