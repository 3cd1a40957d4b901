import type { BotDocument } from '../../document/bot-document.ts'
import { type BlockId, newRecordId } from '../../document/ids.ts'
import type { BlockRecord } from '../../document/records.ts'
import { ChangeSet } from '../../edit/changes.ts'
import type { Changes } from '../../edit/edit.ts'
import { kindNamed } from '../kinds.ts'
import { portsOf } from '../way-on.ts'
import { freePlace } from './free-place.ts'
import { leadThrough } from './insert-step.ts'

/**
 * A copy of a block that follows it, where the block has one usual way on; a copy of one that lets customers choose
 * stands alone. Null when the block is gone.
 */
export function duplicateStep(
  document: BotDocument,
  id: BlockId,
  newId: () => string,
): { changes: Changes; block: BlockRecord } | null {
  const original = document.get(id)
  if (!original) return null
  const place = freePlace(document, original.flow, original, original)
  const block: BlockRecord = { ...original, id: newRecordId('block', newId), ...place }
  const set = new ChangeSet(document).put(block)
  const way = portsOf(original).find(({ role }) => role === 'next')
  if (way && kindNamed(original.kind)?.hasInput) leadThrough(set, { block: id, port: way.id }, block, newId)
  return { changes: set.done(), block }
}
