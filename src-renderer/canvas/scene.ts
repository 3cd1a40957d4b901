import type { TFunction } from 'i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId, EdgeId, FlowId, GroupId, NoteId } from '../../src-shared/document/ids.ts'
import type { NoteRecord } from '../../src-shared/document/records.ts'
import { type Box, meets } from './box.ts'
import { BoxGrid } from './box-grid.ts'
import { edgeDistance } from './edge-distance.ts'
import { type Point, takesLane } from './edge-path.ts'
import { boxOf, type PlacedBlock, PlacedBlocks } from './placed-blocks.ts'
import { type PlacedEdge, PlacedEdges } from './placed-edges.ts'
import { around, noteBox, notesOf, type PlacedGroup, placedGroups } from './placed-groups.ts'

/** All of the shown flow, mounted or not: what is drawn, hit, selected and walked through. */
export class Scene {
  blocks: ReadonlyMap<BlockId, PlacedBlock> = new Map()
  edges: ReadonlyMap<EdgeId, PlacedEdge> = new Map()
  groups: ReadonlyMap<GroupId, PlacedGroup> = new Map()
  notes: ReadonlyMap<NoteId, NoteRecord> = new Map()
  private document: BotDocument | null = null
  private readonly placedBlocks = new PlacedBlocks()
  private readonly placedEdges = new PlacedEdges()
  private readonly blockGrid = new BoxGrid<BlockId>()
  private readonly edgeGrid = new BoxGrid<EdgeId>()

  /** Brings the scene up to an edit, another flow or another language. */
  update(document: BotDocument, flow: FlowId, locale: string, t: TFunction): this {
    this.document = document
    const blocks = this.placedBlocks.of(document, flow, locale, t)
    const moved = movedBoxes(this.blocks, blocks)
    moveInGrid(this.blockGrid, this.blocks, blocks, boxOf)
    for (const box of moved)
      for (const id of this.edgeGrid.find(box)) if (isNear(this.edges.get(id))) this.placedEdges.forget(id)
    const isBlocked = (box: Box) => this.blockGrid.find(box).size > 0
    const edges = this.placedEdges.of(document, blocks, { t, locale, isBlocked })
    moveInGrid(this.edgeGrid, this.edges, edges, ({ box }) => box)
    this.blocks = blocks
    this.edges = edges
    this.groups = placedGroups(document, flow, blocks)
    this.notes = notesOf(document, flow)
    return this
  }

  blocksIn(box: Box): PlacedBlock[] {
    return [...this.blockGrid.find(box)].flatMap(id => this.blocks.get(id) ?? [])
  }

  edgesIn(box: Box): PlacedEdge[] {
    return [...this.edgeGrid.find(box)].flatMap(id => this.edges.get(id) ?? [])
  }

  notesIn(box: Box): NoteRecord[] {
    return [...this.notes.values()].filter(note => meets(noteBox(note), box))
  }

  groupsIn(box: Box): PlacedGroup[] {
    return [...this.groups.values()].filter(group => meets(group.box, box))
  }

  /** The group whose frame lies around a place; of several, the smallest. */
  groupAt({ x, y }: Point): PlacedGroup | null {
    const size = ({ box }: PlacedGroup) => (box.right - box.left) * (box.bottom - box.top)
    const found = this.groupsIn({ left: x, top: y, right: x, bottom: y })
    return found.sort((a, b) => size(a) - size(b))[0] ?? null
  }

  /** The box around everything, or null when there is nothing. */
  bounds(): Box | null {
    return around([
      ...[...this.blocks.values()].map(boxOf),
      ...[...this.groups.values()].map(({ box }) => box),
      ...[...this.notes.values()].map(noteBox),
    ])
  }

  /** The edges that begin or end at a block. */
  edgesAt(id: BlockId): PlacedEdge[] {
    const records = [...(this.document?.edgesFrom(id) ?? []), ...(this.document?.edgesTo(id) ?? [])]
    return records.flatMap(([edge]) => this.edges.get(edge) ?? [])
  }

  /** The block at a place; of several, the one drawn last. */
  blockAt({ x, y }: Point): PlacedBlock | null {
    return this.blocksIn({ left: x, top: y, right: x, bottom: y }).at(-1) ?? null
  }

  /** The edge nearest to a place, no further than `reach` canvas pixels. */
  edgeAt({ x, y }: Point, reach: number): PlacedEdge | null {
    const near = this.edgesIn({ left: x - reach, top: y - reach, right: x + reach, bottom: y + reach })
    let best: { edge: PlacedEdge; distance: number } | null = null
    for (const edge of near) {
      const distance = edgeDistance(edge.ends, { x, y })
      if (distance <= reach && distance < (best?.distance ?? Number.POSITIVE_INFINITY))
        best = { edge, distance }
    }
    return best?.edge ?? null
  }
}

/** Only ways around depend on cards; of the longest no free one is looked for. */
function isNear(edge: PlacedEdge | undefined): boolean {
  return edge !== undefined && takesLane(edge.ends)
}

/** More at once are another flow or layout: then all edges are new anyway. */
const MOST_MOVED = 200

/** Where blocks that changed were and are. */
function movedBoxes(
  before: ReadonlyMap<BlockId, PlacedBlock>,
  after: ReadonlyMap<BlockId, PlacedBlock>,
): readonly Box[] {
  const boxes: Box[] = []
  for (const [id, block] of before) if (after.get(id) !== block) boxes.push(boxOf(block))
  for (const [id, block] of after) if (before.get(id) !== block) boxes.push(boxOf(block))
  return boxes.length > 2 * MOST_MOVED ? [] : boxes
}

/** Only what became another object is touched. */
function moveInGrid<Id, Placed>(
  grid: BoxGrid<Id>,
  before: ReadonlyMap<Id, Placed>,
  after: ReadonlyMap<Id, Placed>,
  box: (placed: Placed) => Box,
): void {
  for (const id of before.keys()) if (!after.has(id)) grid.drop(id)
  for (const [id, placed] of after) if (before.get(id) !== placed) grid.put(id, box(placed))
}
