import type { BotId } from '../../src-shared/document/ids.ts'
import { botState, type VersionState } from '../../src-shared/lifecycle/lifecycle.ts'
import { parseVersion } from '../../src-shared/lifecycle/version-number.ts'
import type { BotStatus } from '../../src-shared/publish/protocol.ts'
import type { ReadDb, WriteDb } from './db.ts'
import { findEngine } from './engine-accounts.ts'
import { recordTransition } from './history.ts'
import { insertVersion, readVersions, setVersionState, type VersionRow } from './versions.ts'

type Said = Readonly<{
  engine: string
  bot: BotId
  status: BotStatus
  actor: string
  at: number
  reason: string
}>
type Theirs = BotStatus['versions'][number]

/**
 * Brings what an engine says of a bot into the library: states, and the whole numbers that activating minted there
 * (KAL-14). A version shows the highest of its states on all engines. Where an engine has other content under a
 * number of ours, ours is left alone. Inside a transaction; answers whether anything changed.
 */
export function mirrorStatus(db: WriteDb, said: Said): boolean {
  // Removed while its answer was on the way.
  if (!findEngine(db, said.engine)) return false
  const ours = new Map(readVersions(db, said.bot).map(row => [row.version, row]))
  return said.status.versions.map(theirs => mirrorVersion(db, said, theirs, ours)).some(Boolean)
}

function mirrorVersion(
  db: WriteDb,
  said: Said,
  theirs: Theirs,
  ours: ReadonlyMap<string, VersionRow>,
): boolean {
  const mine = ours.get(theirs.version)
  if (mine && mine.hash !== theirs.hash) return false
  const { engine, bot, actor, at, reason } = said
  db.run(
    `insert into engine_version (engine, bot, version, state) values (?, ?, ?, ?)
     on conflict (engine, bot, version) do update set state = excluded.state`,
    ...[engine, bot, theirs.version, theirs.state],
  )
  const state = stateOnEngines(db, bot, theirs.version) ?? theirs.state
  if (mine?.state === state) return false
  if (mine) setVersionState(db, bot, mine.number, state)
  else insertVersion(db, bot, mintedRow(said, theirs, state, ours))
  const fromState = mine?.state ?? ours.get(theirs.derivedFrom ?? '')?.state ?? 'in_progress'
  recordTransition(db, bot, { version: theirs.version, fromState, toState: state, actor, at, reason })
  return true
}

function stateOnEngines(db: ReadDb, bot: BotId, version: string): VersionState | null {
  const rows = db.all<{ state: VersionState }>(
    'select state from engine_version where bot = ? and version = ?',
    bot,
    version,
  )
  const state = botState(rows.map(row => row.state))
  return state === 'in_progress' ? null : state
}

/** A version that came to be on the engine: its content is that of ours with the same hash, if there is one. */
function mintedRow(
  { actor, at }: Said,
  theirs: Theirs,
  state: VersionState,
  ours: ReadonlyMap<string, VersionRow>,
): VersionRow {
  const { version, hash, derivedFrom } = theirs
  const origin = [...ours.values()].find(row => row.hash === hash && row.seq !== null)
  return {
    number: parseVersion(version),
    version,
    hash,
    state,
    derivedFrom,
    seq: origin?.seq ?? null,
    note: '',
    actor,
    at,
  }
}
