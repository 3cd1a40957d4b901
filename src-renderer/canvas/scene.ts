import type { TFunction } from 'i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId, EdgeId, FlowId, GroupId, NoteId } from '../../src-shared/document/ids.ts'
import type { BlockRecord, EdgeRecord, NoteRecord } from '../../src-shared/document/records.ts'
import type { Changes } from '../../src-shared/edit/edit.ts'
import { type Box, meets } from './box.ts'
import { BoxGrid } from './box-grid.ts'
import { standsAlone } from './card-summary.ts'
import { edgeDistance } from './edge-distance.ts'
import { type Point, takesLane } from './edge-path.ts'
import { type PlacedBlock, placeBlock } from './placed-blocks.ts'
import { type PlacedEdge, placeEdge } from './placed-edges.ts'
import { around, noteBox, notesOf, type PlacedGroup, placedGroups } from './placed-groups.ts'
import { SceneBounds } from './scene-bounds.ts'

/** More blocks at once are another flow or layout: then all edges are new anyway. */
const MOST_MOVED = 200

type Words = Readonly<{ flow: FlowId; locale: string; t: TFunction }>

/** How a scene is brought up: what has changed since the last time, and whether edges far from the view may come later. */
type Update = Readonly<{ changes?: Changes | null; edgesLater?: boolean }>

/** All of the shown flow, mounted or not: what is drawn, hit, selected and walked through. */
export class Scene {
  readonly blocks: ReadonlyMap<BlockId, PlacedBlock>
  groups: ReadonlyMap<GroupId, PlacedGroup> = new Map()
  notes: ReadonlyMap<NoteId, NoteRecord> = new Map()
  /** Another object after every update: what was made of the scene is kept by it. */
  state: object = {}
  private document: BotDocument | null = null
  private words: Words | null = null
  private readonly ownBlocks = new Map<BlockId, PlacedBlock>()
  private readonly ownEdges = new Map<EdgeId, PlacedEdge>()
  /** Blocks of a flow that was just opened whose edges in are still to be placed. */
  private readonly later = new Set<BlockId>()
  /** Blocks whose cards name other records: looked at after every edit. */
  private readonly naming = new Set<BlockId>()
  private readonly blockGrid = new BoxGrid<PlacedBlock>()
  private readonly edgeGrid = new BoxGrid<PlacedEdge>()
  private readonly blockBounds = new SceneBounds(this.ownBlocks)

  constructor() {
    this.blocks = this.ownBlocks
  }

  /** All edges: those that were to come later are placed now. */
  get edges(): ReadonlyMap<EdgeId, PlacedEdge> {
    if (this.later.size > 0) this.placeLater(() => true)
    return this.ownEdges
  }

  /**
   * Brings the scene up to an edit, another flow or another language. With the changes since the last update of the same
   * document it costs what they touch; with null everything is looked at. With `edgesLater` a flow that was not shown
   * before costs its blocks: its edges are placed when they are looked for, or by `placeLater`.
   */
  update(
    document: BotDocument,
    flow: FlowId,
    locale: string,
    t: TFunction,
    { changes = null, edgesLater = false }: Update = {},
  ): this {
    const { words } = this
    const isSame = words?.flow === flow && words.locale === locale && words.t === t
    if (isSame) this.placeLater(() => true)
    this.words = { flow, locale, t }
    this.document = document
    if (isSame) this.follow(changes)
    else this.beginAnew(document.blocksOf(flow), edgesLater)
    this.groups = placedGroups(document, flow, this.blocks)
    this.notes = notesOf(document, flow)
    this.state = {}
    return this
  }

  /** Of a flow that was not shown in this way before, nothing has to be compared. */
  private beginAnew(blocks: ReadonlyMap<BlockId, BlockRecord>, edgesLater: boolean): void {
    this.ownBlocks.clear()
    this.ownEdges.clear()
    this.later.clear()
    this.naming.clear()
    this.blockGrid.clear()
    this.edgeGrid.clear()
    this.blockBounds.forget()
    for (const id of blocks.keys()) this.putBlock(id, undefined, this.placedNow(id, undefined))
    for (const id of blocks.keys()) this.later.add(id)
    if (!edgesLater) this.placeLater(() => true)
  }

  get hasAllEdges(): boolean {
    return this.later.size === 0
  }

  /** Places edges that were to come later, as long as there is time. */
  placeLater(isTime: () => boolean): void {
    for (const id of this.later) {
      if (!isTime()) return
      this.placeEdgesTo(id)
    }
  }

  /** Places the edges at the blocks of an area, of those that were to come later. */
  private placeNear(box: Box): void {
    if (this.later.size === 0) return
    for (const { record } of this.blocksIn(box)) this.placeAt(record.id)
  }

  private placeAt(id: BlockId): void {
    if (this.later.has(id)) this.placeEdgesTo(id)
    for (const { to } of this.document?.edgesFrom(id) ?? []) if (this.later.has(to)) this.placeEdgesTo(to)
  }

  private follow(changes: Changes | null): void {
    const targets = new Set<BlockId>()
    const replaced = this.placeBlocks(changes ? this.touched(changes) : this.everyBlock(), targets)
    if (changes) this.followEdges(changes, targets)
    else this.dropStrangeEdges()
    this.findLanesAnew(replaced, targets)
    for (const id of targets) this.placeEdgesTo(id)
  }

  private everyBlock(): Iterable<BlockId> {
    const { document, words } = this
    return new Set([
      ...this.blocks.keys(),
      ...(document && words ? document.blocksOf(words.flow).keys() : []),
    ])
  }

  private touched(changes: Changes): Iterable<BlockId> {
    const ids = new Set(this.naming)
    for (const { before, after } of Object.values(changes)) {
      if (before?.type === 'block') ids.add(before.id)
      if (after?.type === 'block') ids.add(after.id)
    }
    return ids
  }

  /** Where blocks were and are that are another object now; `targets` are those whose edges in may have changed. */
  private placeBlocks(ids: Iterable<BlockId>, targets: Set<BlockId>): readonly Box[] {
    const boxes: Box[] = []
    for (const id of ids) {
      const before = this.blocks.get(id)
      const after = this.placedNow(id, before)
      if (before === after) continue
      if (before) boxes.push(before.box)
      if (after) boxes.push(after.box)
      this.putBlock(id, before, after)
      targets.add(id)
      for (const { to } of this.document?.edgesFrom(id) ?? []) targets.add(to)
    }
    return boxes
  }

  private placedNow(id: BlockId, known: PlacedBlock | undefined): PlacedBlock | undefined {
    const { document, words } = this
    const record = document?.get(id)
    if (!document || !words || record?.flow !== words.flow) return undefined
    return placeBlock(known, document, record, words.locale, words.t)
  }

  /** What was changed last is drawn last. */
  private putBlock(id: BlockId, before: PlacedBlock | undefined, after: PlacedBlock | undefined): void {
    if (before) {
      this.blockGrid.drop(before)
      this.naming.delete(id)
      if (before.record !== after?.record) this.ownBlocks.delete(id)
    }
    this.blockBounds.replace(before, after)
    if (!after) return
    this.ownBlocks.set(id, after)
    this.blockGrid.put(after)
    if (!standsAlone(after.record.kind)) this.naming.add(id)
  }

  private followEdges(changes: Changes, targets: Set<BlockId>): void {
    for (const { before, after } of Object.values(changes)) {
      if (before?.type === 'edge') {
        targets.add(before.to)
        this.dropEdge(before.id)
      }
      if (after?.type === 'edge') targets.add(after.to)
    }
  }

  private dropStrangeEdges(): void {
    for (const [id, { record }] of this.ownEdges) if (this.document?.get(id) !== record) this.dropEdge(id)
  }

  private dropEdge(id: EdgeId): void {
    const edge = this.ownEdges.get(id)
    if (!edge) return
    this.ownEdges.delete(id)
    this.edgeGrid.drop(edge)
  }

  /** The way around cards is found anew where one was or is beside it. */
  private findLanesAnew(boxes: readonly Box[], targets: Set<BlockId>): void {
    if (boxes.length > 2 * MOST_MOVED) return
    for (const box of boxes)
      for (const { ends, record } of this.edgeGrid.find(box)) {
        if (!takesLane(ends)) continue
        this.dropEdge(record.id)
        targets.add(record.to)
      }
  }

  private placeEdgesTo(id: BlockId): void {
    const { document, words } = this
    this.later.delete(id)
    const to = this.blocks.get(id)
    if (!document || !words) return
    const surroundings = { ...words, document, isBlocked: this.isBlocked }
    let inStep = 0
    for (const record of inOrder(document.edgesTo(id))) {
      const from = this.blocks.get(record.from)
      const known = this.ownEdges.get(record.id)
      const edge = from && to && placeEdge(known, record, { from, to, inStep }, surroundings)
      inStep += 1
      if (edge === known) continue
      if (known) this.edgeGrid.drop(known)
      if (edge) {
        this.ownEdges.set(record.id, edge)
        this.edgeGrid.put(edge)
      } else this.ownEdges.delete(record.id)
    }
  }

  private readonly isBlocked = (box: Box): boolean => this.blockGrid.isMet(box)

  blocksIn(box: Box): PlacedBlock[] {
    return this.blockGrid.find(box)
  }

  /** Of edges that are to come later, those that begin or end in the box. */
  edgesIn(box: Box): PlacedEdge[] {
    this.placeNear(box)
    return this.edgeGrid.find(box)
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
    return around(this.boxes())
  }

  private *boxes(): Iterable<Box> {
    const blocks = this.blockBounds.now()
    if (blocks) yield blocks
    for (const { box } of this.groups.values()) yield box
    for (const note of this.notes.values()) yield noteBox(note)
  }

  /** One edge alone, as it is shown. */
  edge(id: EdgeId): PlacedEdge | undefined {
    const record = this.later.size > 0 ? this.document?.get(id) : undefined
    if (record && this.later.has(record.to)) this.placeEdgesTo(record.to)
    return this.ownEdges.get(id)
  }

  /** The edges that begin or end at a block. */
  edgesAt(id: BlockId): PlacedEdge[] {
    this.placeAt(id)
    const records = [...(this.document?.edgesFrom(id) ?? []), ...(this.document?.edgesTo(id) ?? [])]
    return records.flatMap(edge => this.ownEdges.get(edge.id) ?? [])
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

/** By their ids: the order of the document changes when an edge goes and comes back. */
function inOrder(edges: readonly EdgeRecord[]): readonly EdgeRecord[] {
  return edges.length > 1 ? [...edges].sort((a, b) => (a.id < b.id ? -1 : 1)) : edges
}
