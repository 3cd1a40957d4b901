import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId, EdgeId } from '../../src-shared/document/ids.ts'
import type { EdgeRecord } from '../../src-shared/document/records.ts'
import { CARD } from './block-size.ts'
import type { Box } from './canvas-view.ts'
import { type EdgeEnds, edgeBox, type Point } from './edge-path.ts'
import type { PlacedBlock } from './placed-blocks.ts'

/** An edge with the places it runs between. The same object as long as it and its two blocks stay the same. */
export type PlacedEdge = Readonly<{
  record: EdgeRecord
  from: PlacedBlock
  to: PlacedBlock
  ends: EdgeEnds
  box: Box
}>

/** The edges of a flow with their measures, kept by record and blocks. */
export class PlacedEdges {
  private known = new Map<EdgeId, PlacedEdge>()

  of(document: BotDocument, blocks: ReadonlyMap<BlockId, PlacedBlock>): ReadonlyMap<EdgeId, PlacedEdge> {
    const placed = new Map<EdgeId, PlacedEdge>()
    for (const from of blocks.values())
      for (const record of document.edgesFrom(from.record.id).values()) {
        const to = blocks.get(record.to)
        const edge = to && this.place(record, from, to)
        if (edge) placed.set(record.id, edge)
      }
    this.known = placed
    return placed
  }

  private place(record: EdgeRecord, from: PlacedBlock, to: PlacedBlock): PlacedEdge | null {
    const known = this.known.get(record.id)
    if (known?.record === record && known.from === from && known.to === to) return known
    const ends = endsOf(record.port, from, to)
    return ends && { record, from, to, ends, box: edgeBox(ends) }
  }
}

const STAY: Point = { x: 0, y: 0 }

/** Where an edge begins and ends, each block moved by what it is being dragged; null when its port is gone. */
export function endsOf(
  port: string,
  from: PlacedBlock,
  to: PlacedBlock,
  fromBy: Point = STAY,
  toBy: Point = STAY,
): EdgeEnds | null {
  const portY = from.size.portY[from.ports.findIndex(({ id }) => id === port)]
  if (portY === undefined) return null
  const [fromTop, toTop] = [from.record.y + fromBy.y, to.record.y + toBy.y]
  return {
    from: { x: from.record.x + fromBy.x + CARD.width, y: fromTop + portY },
    to: { x: to.record.x + toBy.x, y: toTop + to.size.inputY },
    fromTop,
    fromBottom: fromTop + from.size.height,
    toTop,
    toBottom: toTop + to.size.height,
  }
}
