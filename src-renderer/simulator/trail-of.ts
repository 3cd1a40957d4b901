import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId, EdgeId } from '../../src-shared/document/ids.ts'
import type { SimulatedTurn } from '../../src-shared/runtime/simulation.ts'
import type { Trail } from '../state/workbench.ts'

/** The way a turn took through the bot as it is drawn now, and the block that waits at its end. */
export function trailOf(document: BotDocument, { events, after }: SimulatedTurn): Trail {
  const blocks = new Set<BlockId>()
  const edges = new Set<EdgeId>()
  for (const event of events) {
    if (event.type === 'blockEntered') blocks.add(event.block)
    if (event.type !== 'edgeTaken') continue
    blocks.add(event.block)
    const edge = document.edgeAt(event.block, event.port)
    if (edge) edges.add(edge.id)
  }
  return { active: after.state === 'open' ? (after.block ?? null) : null, blocks, edges }
}
