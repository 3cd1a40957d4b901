import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { CARD } from './block-size.ts'
import type { PlacedBlock } from './placed-blocks.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

type Blocks = ReadonlyMap<BlockId, PlacedBlock>

/**
 * Where an arrow key leads (design/interface.md, Conventions): right along the first connected port, left to where one
 * came from, up and down to the nearest block there. Null when there is nothing.
 */
export function walk(
  document: BotDocument,
  blocks: Blocks,
  id: BlockId,
  direction: Direction,
): BlockId | null {
  const from = blocks.get(id)
  if (!from) return null
  if (direction === 'right') return followers(document, from)[0] ?? null
  if (direction === 'left') return sourceOf(document, blocks, id)
  return nearest(blocks, from, direction === 'up' ? -1 : 1)
}

/** Every block of the flow once, as a customer may meet them: from the entries along the ports, then the rest. */
export function readingOrder(document: BotDocument, blocks: Blocks): BlockId[] {
  const order = new Set<BlockId>()
  const entries = [...blocks.values()].filter(({ hasInput }) => !hasInput)
  for (const start of [...entries, ...blocks.values()]) {
    const waiting = [start.record.id]
    for (let id = waiting.pop(); id; id = waiting.pop()) {
      const block = blocks.get(id)
      if (!block || order.has(id)) continue
      order.add(id)
      waiting.push(...followers(document, block).reverse())
    }
  }
  return [...order]
}

/** The blocks that follow, in the order of the ports. */
function followers(document: BotDocument, { record, ports }: PlacedBlock): BlockId[] {
  return ports.flatMap(port => document.edgeAt(record.id, port.id)?.to ?? [])
}

function sourceOf(document: BotDocument, blocks: Blocks, id: BlockId): BlockId | null {
  for (const { from } of document.edgesTo(id)) if (blocks.has(from) && from !== id) return from
  return null
}

/** Sideways distance counts double, so that a column is walked before its neighbour. */
function nearest(blocks: Blocks, from: PlacedBlock, sign: 1 | -1): BlockId | null {
  let best: { id: BlockId; distance: number } | null = null
  for (const block of blocks.values()) {
    const down = (block.record.y - from.record.y) * sign
    const aside = Math.abs(block.record.x - from.record.x)
    if (down <= 0 || aside > down + CARD.width) continue
    const distance = down + 2 * aside
    if (distance < (best?.distance ?? Number.POSITIVE_INFINITY)) best = { id: block.record.id, distance }
  }
  return best?.id ?? null
}
