import type { BlockRecord } from '../document/records.ts'

/** Whether a block asks another system for something, so that somebody must find out if it can (requirements.md KAL-08). */
export function isIntegration({ kind }: Pick<BlockRecord, 'kind'>): boolean {
  return kind === 'apiCall'
}
