import type { VersionState } from '../../src-shared/lifecycle/lifecycle.ts'
import type { Wish } from './publishing.ts'

/**
 * What can be asked of a version in a state (KAL-18), the likeliest first. A version that is active on one engine can
 * still be published to another.
 */
export function versionActions(state: VersionState): readonly Wish['action'][] {
  switch (state) {
    case 'drafted':
      return ['publish']
    case 'published':
    case 'deactivated':
      return ['activate', 'publish']
    case 'active':
      return ['deactivate', 'publish']
    case 'archived':
      return []
  }
}
