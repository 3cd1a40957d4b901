import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BotId } from '../../src-shared/document/ids.ts'
import type { StoredVersion } from '../../src-shared/ipc/contract.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type { VersionState } from '../../src-shared/lifecycle/lifecycle.ts'
import type { VersionList } from '../../src-shared/lifecycle/version-list.ts'
import { formatVersion, parseVersion, type VersionNumber } from '../../src-shared/lifecycle/version-number.ts'
import { type Bundle, bundleOf } from '../../src-shared/publish/bundle.ts'
import { contentAt } from './content.ts'
import type { ReadDb, WriteDb } from './db.ts'

/** A version as the library keeps it: `seq` is the place of the log that is its content. */
export type VersionRow = StoredVersion & Readonly<{ number: VersionNumber; seq: number | null }>

type Row = {
  major: number
  minor: number
  hash: string
  state: VersionState
  derived_from: string | null
  seq: number | null
  note: string
  actor: string
  at: number
}

/** All versions of a bot, lowest number first. */
export function readVersions(db: ReadDb, bot: BotId): readonly VersionRow[] {
  return db.all<Row>('select * from version where bot = ? order by major, minor', bot).map(toVersionRow)
}

function toVersionRow({ major, minor, derived_from: derivedFrom, ...rest }: Row): VersionRow {
  const { hash, state, seq, note, actor, at } = rest
  const number = { major, minor }
  return { number, version: formatVersion(number), hash, state, derivedFrom, seq, note, actor, at }
}

/** The same as the lifecycle's functions take it (KAL-18). */
export function readVersionList(db: ReadDb, bot: BotId): VersionList {
  return readVersions(db, bot).map(({ number, hash, state, derivedFrom }) => ({
    number,
    hash,
    state,
    derivedFrom: derivedFrom === null ? null : parseVersion(derivedFrom),
  }))
}

export function findVersionRow(db: ReadDb, bot: BotId, version: string): VersionRow | undefined {
  const { major, minor } = parseVersion(version)
  const row = db.get<Row>(
    'select * from version where bot = ? and major = ? and minor = ?',
    bot,
    major,
    minor,
  )
  return row && toVersionRow(row)
}

/** Writes another note to a version, the one thing of it that may change. */
export function setVersionNote(db: WriteDb, bot: BotId, version: string, note: string): Result<null> {
  const { major, minor } = parseVersion(version)
  const changed = db.run(
    'update version set note = ? where bot = ? and major = ? and minor = ?',
    ...[note, bot, major, minor],
  )
  return changed === 0 ? fault('store/not-found', `There is no version ${version}.`) : ok(null)
}

export function insertVersion(db: WriteDb, bot: BotId, row: VersionRow): void {
  const { number, hash, state, derivedFrom, seq, note, actor, at } = row
  db.run(
    'insert into version (bot, major, minor, hash, state, derived_from, seq, note, actor, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ...[bot, number.major, number.minor, hash, state, derivedFrom, seq, note, actor, at],
  )
}

export function setVersionState(
  db: WriteDb,
  bot: BotId,
  { major, minor }: VersionNumber,
  state: VersionState,
): void {
  db.run('update version set state = ? where bot = ? and major = ? and minor = ?', state, bot, major, minor)
}

/** The form that crosses to the window. */
export function toStoredVersion({
  version,
  hash,
  state,
  derivedFrom,
  note,
  actor,
  at,
}: VersionRow): StoredVersion {
  return { version, hash, state, derivedFrom, note, actor, at }
}

/** A version's content, rebuilt from the log and held against its hash: `bundle/hash-mismatch` when they differ. */
export function versionContent(
  db: ReadDb,
  bot: BotId,
  version: string,
): Result<Readonly<{ document: BotDocument; bundle: Bundle; row: VersionRow }>> {
  const row = findVersionRow(db, bot, version)
  if (!row) return fault('store/not-found', `There is no version ${version}.`)
  if (row.seq === null)
    return fault(
      'store/not-found',
      `Version ${version} was made elsewhere; its content is only on the engine.`,
    )
  const document = contentAt(db, bot, row.seq)
  const bundle = bundleOf(document)
  if (bundle.hash === row.hash) return ok({ document, bundle, row })
  return fault('bundle/hash-mismatch', `Version ${version} should be ${row.hash} and is ${bundle.hash}.`)
}
