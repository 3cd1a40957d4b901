import type { BotDocument } from '../../document/bot-document.ts'
import type { BlockId } from '../../document/ids.ts'
import { deleteSelection } from '../../edit/delete-selection.ts'
import type { Changes } from '../../edit/edit.ts'
import { blockWaits } from '../kinds.ts'

/**
 * Removes a block as `deleteSelection` does and closes the gap: what led to it leads to the block after it, when there
 * is exactly one. Where that would be a block that does not wait leading to itself, the way ends.
 */
export function removeStep(document: BotDocument, id: BlockId): Changes {
  const changes = deleteSelection(document, { blocks: [id], edges: [] })
  const after = stepAfter(document, id)
  if (!after) return changes
  const closed: Record<string, Changes[keyof Changes]> = {}
  for (const edge of document.edgesTo(id)) {
    const from = edge.from === id ? undefined : document.get(edge.from)
    if (from && (from.id !== after || blockWaits(from)))
      closed[edge.id] = { before: edge, after: { ...edge, to: after } }
  }
  return { ...changes, ...closed }
}

/** The only block that follows a block, itself not counted; null when there is none or a choice. */
export function stepAfter(document: BotDocument, id: BlockId): BlockId | null {
  const targets = new Set<BlockId>()
  for (const { to } of document.edgesFrom(id)) if (to !== id) targets.add(to)
  const [only] = targets
  return targets.size === 1 && only ? only : null
}
