import type { BotDocument } from '../../document/bot-document.ts'
import { type BlockId, newRecordId } from '../../document/ids.ts'
import { ChangeSet } from '../../edit/changes.ts'
import type { Changes } from '../../edit/edit.ts'

/**
 * Copies of blocks, moved by an offset, with the edges between them. What points at them from outside (keywords, the
 * main menu, edges of others) stays with the originals.
 */
export function duplicateBlocks(
  document: BotDocument,
  ids: Iterable<BlockId>,
  offset: { dx: number; dy: number },
  newId: () => string,
): { changes: Changes; blocks: readonly BlockId[] } {
  const set = new ChangeSet(document)
  const copies = new Map<BlockId, BlockId>()
  for (const id of ids) {
    const block = document.get(id)
    if (!block) continue
    const copy = newRecordId('block', newId)
    copies.set(id, copy)
    set.put({ ...block, id: copy, x: block.x + offset.dx, y: block.y + offset.dy })
  }
  for (const [id, copy] of copies)
    for (const edge of document.edgesFrom(id).values()) {
      const to = copies.get(edge.to)
      if (to) set.put({ ...edge, id: newRecordId('edge', newId), from: copy, to })
    }
  return { changes: set.done(), blocks: [...copies.values()] }
}
