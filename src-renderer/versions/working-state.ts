import type { StoredVersion } from '../../src-shared/ipc/contract.ts'
import { formatVersion, nextVersion, parseVersion } from '../../src-shared/lifecycle/version-number.ts'

/** How the bot as it is drawn stands to its newest version (requirements.md D-02), and the number saving would give. */
export type WorkingState = Readonly<{
  state: 'unsaved' | 'changed' | 'same' | 'unknown'
  newest: StoredVersion | null
  next: string
}>

/** `versions` lowest number first; `hash` of the present content, null while it is being worked out. */
export function workingState(versions: readonly StoredVersion[], hash: string | null): WorkingState {
  const newest = versions.at(-1) ?? null
  const next = formatVersion(nextVersion(newest && parseVersion(newest.version), 'save'))
  if (!newest) return { state: 'unsaved', newest, next }
  if (hash === null) return { state: 'unknown', newest, next }
  return { state: hash === newest.hash ? 'same' : 'changed', newest, next }
}
