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
export function versionsOf(db: ReadDb, bot: BotId): readonly DatedVersion[] {
  const rows = db.all<Row>(
    `select major, minor, hash, state, from_major as fromMajor, from_minor as fromMinor, changed_at as changedAt
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

/** The hash of the content that answers new conversations; null when no version is active. */
export function activeHash(db: ReadDb, bot: string): string | null {
  return (
    db.get<{ hash: string }>("select hash from version where bot = ? and state = 'active'", bot)?.hash ?? null
  )
}

/** Writes what a lifecycle function changed: states of known versions, and new ones with their note. */
export function saveVersions(
  db: WriteDb,
  change: Readonly<{ bot: BotId; before: VersionList; after: VersionList; note: string; at: number }>,
): void {
  const { bot, before, after, note, at } = change
  const isSame = (a: VersionNumber, b: VersionNumber) => compareVersions(a, b) === 0
  const changed = after.filter(
    entry => before.find(({ number }) => isSame(number, entry.number))?.state !== entry.state,
  )
  // The one that rests comes first: the index allows one active version at every moment.
  for (const entry of [...changed].sort(
    (a, b) => Number(a.state === 'active') - Number(b.state === 'active'),
  ))
    putVersion(db, { bot, entry, note, at })
}

function putVersion(
  db: WriteDb,
  version: { bot: BotId; entry: VersionEntry; note: string; at: number },
): void {
  const { bot, entry, note, at } = version
  const { number, hash, state, derivedFrom } = entry
  db.run(
    `insert into version (bot, major, minor, hash, state, from_major, from_minor, note, changed_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (bot, major, minor) do update set state = excluded.state, changed_at = excluded.changed_at`,
    bot,
    number.major,
    number.minor,
    hash,
    state,
    derivedFrom?.major ?? null,
    derivedFrom?.minor ?? null,
    note,
    at,
  )
}

/** What answers now: the active content of every bot. */
export function activeVersions(db: ReadDb): readonly Readonly<{ bot: string; hash: string }>[] {
  return db.all("select bot, hash from version where state = 'active'")
}
