import type { ReactFlowInstance } from '@xyflow/react'
import i18next from 'i18next'
import { addBlock } from '../../src-shared/blocks/edits/add-block.ts'
import { duplicateBlocks } from '../../src-shared/blocks/edits/duplicate-blocks.ts'
import type { KindName } from '../../src-shared/blocks/kinds.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import type { EdgeEnd } from '../../src-shared/document/records.ts'
import { connect } from '../../src-shared/edit/connect.ts'
import { moveBlocks } from '../../src-shared/edit/move-blocks.ts'
import { commit } from '../state/edits.ts'
import { newId, shownFlow } from '../state/open-bot.ts'
import { setPreferences } from '../state/preferences.ts'
import { useWorkbench } from '../state/workbench.ts'
import { focusWhenThere } from '../ui/focus-when-there.ts'
import type { BlockNode } from './block-node.ts'
import { CARD } from './block-size.ts'
import { type Box, useCanvasView, visibleBox } from './canvas-view.ts'
import { connectionRefusal } from './connection-refusal.ts'
import type { Point } from './edge-path.ts'
import { viewOf } from './first-view.ts'
import { boxAround, boxOf, type PlacedBlock } from './placed-blocks.ts'

/** The mounted canvas: React Flow's instance, and all blocks of the flow whether mounted or not. */
type Mounted = Readonly<{
  instance: ReactFlowInstance<BlockNode>
  placed: () => ReadonlyMap<BlockId, PlacedBlock>
  focus: () => void
}>

let mounted: Mounted | null = null

/** Called by the canvas; call what comes back when it goes. */
export function mountCanvas(canvas: Mounted): () => void {
  mounted = canvas
  return () => {
    mounted = null
  }
}

/** Another view of the flow that is shown instead of the canvas, and does in its own way what is asked of that. */
type StandIn = Readonly<{
  add: (kind: KindName) => void
  duplicate: () => void
  /** Deletes what is selected; false when it leaves that to the usual way. */
  remove: () => boolean
  focus: () => void
}>

let standIn: StandIn | null = null

/** Called by a view that takes the canvas's place; call what comes back when it goes. */
export function mountStandIn(view: StandIn): () => void {
  standIn = view
  return () => {
    standIn = null
  }
}

const GRID = 8
const MOTION_MS = 140

export function toGrid(value: number): number {
  return Math.round(value / GRID) * GRID
}

function durationMs(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : MOTION_MS
}

function select(blocks: Iterable<BlockId>): void {
  useWorkbench.setState({ selection: { blocks: new Set(blocks), edges: new Set() } })
}

function selected(): readonly BlockId[] {
  return [...useWorkbench.getState().selection.blocks]
}

function placedSelection(): PlacedBlock[] {
  const placed = mounted?.placed()
  return selected().flatMap(id => placed?.get(id) ?? [])
}

/** Everything that can be asked of the canvas from outside: keys, menus, palette, panels. */
export const canvasActions = {
  zoomBy(factor: number): void {
    const { zoom } = useCanvasView.getState().viewport
    void mounted?.instance.zoomTo(zoom * factor, { duration: durationMs() })
  },

  zoomTo(zoom: number): void {
    void mounted?.instance.zoomTo(zoom, { duration: durationMs() })
  },

  fit(): void {
    const box = mounted && boxAround(mounted.placed().values())
    if (box) showBox(box)
  },

  fitSelection(): void {
    const box = boxAround(placedSelection())
    if (box) showBox(box)
  },

  selectAll(): void {
    select(mounted?.placed().keys() ?? [])
  },

  /** Brings a block into view, if it is not. */
  reveal(id: BlockId): void {
    const block = mounted?.placed().get(id)
    if (!block) return
    const { left, top, right, bottom } = boxOf(block)
    const view = visibleBox(useCanvasView.getState(), -24)
    if (left >= view.left && top >= view.top && right <= view.right && bottom <= view.bottom) return
    const { zoom } = useCanvasView.getState().viewport
    void mounted?.instance.setCenter((left + right) / 2, (top + bottom) / 2, {
      zoom: Math.max(zoom, 0.6),
      interpolate: 'linear',
      duration: durationMs(),
    })
  },

  /** Moves the view at once, as far as a hand in the map is. */
  centre({ x, y }: Point): void {
    void mounted?.instance.setCenter(x, y, { zoom: useCanvasView.getState().viewport.zoom })
  },

  /** Shows what is selected and puts the cursor into the first field of its form. */
  openInspector(): void {
    showInspector('[data-form] :is(textarea, input, select)')
  },

  rename(): void {
    showInspector('[data-inspector] input')
  },

  connectByList(): void {
    useWorkbench.setState({ dialog: 'connect' })
  },

  duplicate(): void {
    if (standIn) {
      standIn.duplicate()
      return
    }
    const { editor } = useWorkbench.getState()
    if (!editor) return
    const copy = duplicateBlocks(editor.document, selected(), { dx: 32, dy: 32 }, newId)
    if (commit(copy.changes, { key: 'canvas.edit.duplicateBlocks', count: copy.blocks.length }))
      select(copy.blocks)
  },

  nudge(dx: number, dy: number): void {
    const { editor } = useWorkbench.getState()
    if (!editor) return
    const places = new Map(
      placedSelection().map(({ record }) => [record.id, { x: record.x + dx, y: record.y + dy }]),
    )
    commit(moveBlocks(editor.document, places), { key: 'canvas.edit.moveBlocks', count: places.size })
  },

  /** Adds a block at a place, or where there is room in the middle of the view; optionally led to from a port. */
  add(kind: KindName, at?: Point, from?: EdgeEnd): void {
    if (standIn) {
      standIn.add(kind)
      return
    }
    const { editor, locale } = useWorkbench.getState()
    const flow = shownFlow()
    if (!editor || !flow) return
    const place = at ?? freePlace()
    const { changes, block } = addBlock(
      editor.document,
      { kind, flow, x: toGrid(place.x), y: toGrid(place.y), locale },
      newId,
    )
    const edge = from && !connectsNothing(kind) ? connectNew(from, block.id) : {}
    if (
      commit(
        { ...changes, ...edge },
        { key: 'canvas.edit.addBlock', name: i18next.t(`blocks.kind.${kind}.name`) },
      )
    ) {
      select([block.id])
      mounted?.focus()
      // The scene takes it in with the next picture.
      requestAnimationFrame(() => this.reveal(block.id))
    }
  },

  connect(from: EdgeEnd, to: BlockId): void {
    const { editor } = useWorkbench.getState()
    if (!editor || connectionRefusal(editor.document, from, to)) return
    commit(connect(editor.document, { from: from.block, port: from.port, to }, newId), {
      key: 'canvas.edit.connect',
    })
  },

  /** Whether another view deleted what is selected, in its own way. */
  removeInstead(): boolean {
    return standIn?.remove() ?? false
  },

  focus(): void {
    if (standIn) standIn.focus()
    else mounted?.focus()
  },
}

function connectsNothing(kind: KindName): boolean {
  return kind === 'entry'
}

/** The edge to a block that is added in the same edit. */
function connectNew(from: EdgeEnd, to: BlockId): ReturnType<typeof connect> {
  const { editor } = useWorkbench.getState()
  return editor ? connect(editor.document, { from: from.block, port: from.port, to }, newId) : {}
}

function showBox(box: Box): void {
  const { size } = useCanvasView.getState()
  void mounted?.instance.setViewport(viewOf(box, size), { duration: durationMs() })
}

/** The middle of the view, moved down until nothing is covered. */
function freePlace(): Point {
  const view = visibleBox(useCanvasView.getState())
  const place = { x: (view.left + view.right) / 2 - CARD.width / 2, y: (view.top + view.bottom) / 2 - 40 }
  const boxes = [...(mounted?.placed().values() ?? [])].map(boxOf)
  const covers = (y: number) =>
    boxes.some(
      box =>
        place.x < box.right + GRID &&
        place.x + CARD.width > box.left - GRID &&
        y < box.bottom + GRID &&
        y + 80 > box.top - GRID,
    )
  let { y } = place
  while (covers(y)) y += 3 * GRID
  return { x: place.x, y }
}

function showInspector(field: string): void {
  useWorkbench.setState({ rightTab: 'inspector' })
  if (!useWorkbench.getState().preferences.rightOpen) void setPreferences({ rightOpen: true })
  focusWhenThere(field)
}
