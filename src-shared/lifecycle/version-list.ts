import { fault, ok, type Result } from '../kit/result.ts'
import { nextState, type VersionState } from './lifecycle.ts'
import { compareVersions, formatVersion, nextVersion, type VersionNumber } from './version-number.ts'

/** One immutable version: its content by hash, and where it stands. */
export type VersionEntry = Readonly<{
  number: VersionNumber
  hash: string
  state: VersionState
  /** The version whose content an activation gave this number, if it is one. */
  derivedFrom: VersionNumber | null
}>

/** All versions of a bot, in the order they came to be. Designer and engine apply the same functions (KAL-18). */
export type VersionList = readonly VersionEntry[]

export function newestVersion(list: VersionList): VersionEntry | null {
  return list.reduce<VersionEntry | null>(
    (best, entry) => (best && compareVersions(best.number, entry.number) >= 0 ? best : entry),
    null,
  )
}

export function findVersion(list: VersionList, number: VersionNumber): VersionEntry | undefined {
  return list.find(entry => compareVersions(entry.number, number) === 0)
}

export function activeVersion(list: VersionList): VersionEntry | null {
  return list.find(({ state }) => state === 'active') ?? null
}

/** Finish & save: content that differs from the newest version's gets the next number (D-02, KAL-11). */
export function saveVersion(
  list: VersionList,
  hash: string,
): Readonly<{ list: VersionList; entry: VersionEntry; minted: boolean }> {
  const newest = newestVersion(list)
  if (newest?.hash === hash) return { list, entry: newest, minted: false }
  const entry: VersionEntry = {
    number: nextVersion(newest?.number ?? null, 'save'),
    hash,
    state: 'drafted',
    derivedFrom: null,
  }
  return { list: [...list, entry], entry, minted: true }
}

/** KAL-12. Publishing what is already published, active or deactivated changes nothing. */
export function publishVersion(list: VersionList, number: VersionNumber): Result<VersionList> {
  const entry = findVersion(list, number)
  if (!entry) return fault('store/not-found', `There is no version ${formatVersion(number)}.`)
  if (entry.state === 'active' || entry.state === 'deactivated') return ok(list)
  return moved(list, entry, 'publish')
}

/**
 * KAL-14, KAL-15, D-01: activating decimals, or an older whole number, mints the next whole number; the newest whole
 * number keeps its own. The version active until now becomes deactivated, so there is never more than one.
 */
export function activateVersion(
  list: VersionList,
  number: VersionNumber,
): Result<Readonly<{ list: VersionList; entry: VersionEntry }>> {
  const entry = findVersion(list, number)
  if (!entry) return fault('store/not-found', `There is no version ${formatVersion(number)}.`)
  const state = nextState(entry.state, 'activate')
  if (!state.ok) return state
  const newest = newestVersion(list)?.number ?? number
  const resting = list.map(other =>
    other.state === 'active' ? { ...other, state: 'deactivated' as const } : other,
  )
  if (number.minor === 0 && number.major === newest.major) {
    const active: VersionEntry = { ...entry, state: 'active' }
    return ok({
      list: resting.map(other => (compareVersions(other.number, number) === 0 ? active : other)),
      entry: active,
    })
  }
  const minted: VersionEntry = {
    number: nextVersion(newest, 'activate'),
    hash: entry.hash,
    state: 'active',
    derivedFrom: number,
  }
  return ok({ list: [...resting, minted], entry: minted })
}

/** KAL-16: the number stays. */
export function deactivateVersion(list: VersionList, number: VersionNumber): Result<VersionList> {
  const entry = findVersion(list, number)
  return entry
    ? moved(list, entry, 'deactivate')
    : fault('store/not-found', `There is no version ${formatVersion(number)}.`)
}

function moved(
  list: VersionList,
  entry: VersionEntry,
  transition: 'publish' | 'deactivate',
): Result<VersionList> {
  const state = nextState(entry.state, transition)
  return state.ok
    ? ok(list.map(other => (other === entry ? { ...entry, state: state.value } : other)))
    : state
}
