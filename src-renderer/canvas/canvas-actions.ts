import type { ReactFlowInstance } from '@xyflow/react'
import i18next from 'i18next'
import { addBlock } from '../../src-shared/blocks/edits/add-block.ts'
import { duplicateBlocks } from '../../src-shared/blocks/edits/duplicate-blocks.ts'
import type { KindName } from '../../src-shared/blocks/kinds.ts'
import type { BlockId, GroupId, NoteId } from '../../src-shared/document/ids.ts'
import type { EdgeEnd } from '../../src-shared/document/records.ts'
import { connect } from '../../src-shared/edit/connect.ts'
import { commit } from '../state/edits.ts'
import { newId, shownFlow } from '../state/open-bot.ts'
import { setPreferences } from '../state/preferences.ts'
import { selectThings } from '../state/select-things.ts'
import { useWorkbench } from '../state/workbench.ts'
import { focusWhenThere } from '../ui/focus-when-there.ts'
import type { BlockNode } from './block-node.ts'
import { CARD } from './block-size.ts'
import { type Box, visibleBox } from './box.ts'
import { useCanvasView } from './canvas-view.ts'
import { connectionRefusal } from './connection-refusal.ts'
import { countedLabel } from './counted-label.ts'
import type { Point } from './edge-path.ts'
import { viewOf } from './first-view.ts'
import { moveSelection } from './move-selection.ts'
import type { PlacedBlock } from './placed-blocks.ts'
import { around, noteBox } from './placed-groups.ts'
import type { Scene } from './scene.ts'

/** The mounted canvas: React Flow's instance, and all of the flow whether mounted or not. */
type Mounted = Readonly<{
  instance: ReactFlowInstance<BlockNode>
  scene: Scene
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

/** All blocks of the shown flow with their measures. */
export function placedBlocks(): ReadonlyMap<BlockId, PlacedBlock> {
  return mounted?.scene.blocks ?? new Map()
}

/** Another view of the flow that is shown instead of the canvas, and does in its own way what is asked of that. */
type StandIn = Readonly<{
  add: (kind: KindName) => void
  duplicate: () => void
  /** Deletes what is selected; false when it leaves that to the usual way. */
  remove: () => boolean
  /** The port that what is pasted follows; null where nothing can follow. */
  after: () => EdgeEnd | null
  /** A message with these words, after what is selected. */
  say: (text: string) => void
  show: (block: BlockId) => void
  focus: () => void
}>

let standIn: StandIn | null = null

/** The view that is shown instead of the canvas; null while the canvas itself is. */
export function shownInstead(): StandIn | null {
  return standIn
}

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

/** All of the flow that is shown, for what is done to it from outside. */
export function mountedScene(): Scene | null {
  return mounted?.scene ?? null
}

/** Where a thing lies; null when it is not in the flow. */
function boxOfThing(id: BlockId | NoteId | GroupId): Box | null {
  const { blocks, notes, groups } = mounted?.scene ?? {}
  const block = blocks?.get(id as BlockId)
  if (block) return block.box
  const note = notes?.get(id as NoteId)
  return note ? noteBox(note) : (groups?.get(id as GroupId)?.box ?? null)
}

function selectedBoxes(): Box[] {
  const { blocks, notes = [] } = useWorkbench.getState().selection
  return [...blocks, ...notes].flatMap(id => boxOfThing(id) ?? [])
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
    const box = mounted?.scene.bounds()
    if (box) showBox(box)
  },

  fitSelection(): void {
    const box = around(selectedBoxes())
    if (box) showBox(box)
  },

  selectAll(): void {
    const scene = mounted?.scene
    if (scene) selectThings({ blocks: scene.blocks.keys(), notes: scene.notes.keys() })
  },

  /** Brings a block, a note or a group into view, if it is not. */
  reveal(id: BlockId | NoteId | GroupId): void {
    const box = boxOfThing(id)
    if (!box) return
    const { left, top, right, bottom } = box
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
    const { blocks, notes, group } = useWorkbench.getState().selection
    const [note] = notes ?? []
    if (note && blocks.size === 0) this.rename()
    else
      showInspector(
        group
          ? '[data-inspector] input'
          : '[data-form] :is(textarea, input, select, [contenteditable="true"])',
      )
  },

  /** The title of a group and the text of a note are written in place, the title of a block in its form. */
  rename(): void {
    const { blocks, notes, group } = useWorkbench.getState().selection
    const [note] = notes ?? []
    if (group || (note && blocks.size === 0)) useCanvasView.setState({ writing: group ?? note ?? null })
    else showInspector('[data-inspector] input')
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
    const { blocks, notes } = useWorkbench.getState().selection
    const copy = duplicateBlocks(editor.document, blocks, { dx: 32, dy: 32 }, newId, notes)
    if (commit(copy.changes, countedLabel('duplicate', copy.blocks.length, copy.notes.length)))
      selectThings(copy)
  },

  nudge(dx: number, dy: number): void {
    moveSelection({ x: dx, y: dy })
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
  const boxes = [...(mounted?.scene.blocks.values() ?? [])].map(({ box }) => box)
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
