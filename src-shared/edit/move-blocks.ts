import type { BotDocument } from '../document/bot-document.ts'
import type { BlockId } from '../document/ids.ts'
import { ChangeSet } from './changes.ts'
import type { Changes } from './edit.ts'

/** Puts blocks at new places; a drag is one such edit, made when the pointer is released. */
export function moveBlocks(
  document: BotDocument,
  places: ReadonlyMap<BlockId, { x: number; y: number }>,
): Changes {
  const set = new ChangeSet(document)
  for (const [id, { x, y }] of places) {
    const block = document.get(id)
    if (block && (block.x !== x || block.y !== y)) set.put({ ...block, x, y })
  }
  return set.done()
}
