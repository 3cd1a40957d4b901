import type { Consent, ConsentCategory } from '../../src-shared/publish/proactive-protocol.ts'
import type { ConsentEntry } from '../store/consents.ts'

/** What holds for a category: the last that was noted on it, or on all; null for nothing (requirements.md NHN-36). */
export function consentOf(entries: readonly ConsentEntry[], category: ConsentCategory): Consent | null {
  const last = entries.findLast(entry => entry.category === category || entry.category === 'all')
  return last?.consent ?? null
}
