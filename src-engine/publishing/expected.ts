import { type Fault, fault } from '../../src-shared/kit/result.ts'
import { formatVersion, type VersionNumber } from '../../src-shared/lifecycle/version-number.ts'

/** A conflict when something else is there than the caller believes, so that of two who change it one wins (KAL-14). */
export function conflictOf(
  what: 'active' | 'staged' | 'in draft' | 'in test',
  present: VersionNumber | null | undefined,
  expected: string | null,
): Fault | null {
  const is = present ? formatVersion(present) : null
  if (is === expected) return null
  const now = is === null ? `no version is ${what}` : `version ${is} is ${what}`
  return fault('engine/version-conflict', `Now ${now}. Look at it and try again if you still want to.`)
}
