import i18next from 'i18next'
import { defaultPort } from '../../src-shared/blocks/default-port.ts'
import {
  canInsert,
  insertBlockOnEdge,
  insertNewOnEdge,
} from '../../src-shared/blocks/edits/insert-on-edge.ts'
import type { KindName } from '../../src-shared/blocks/kinds.ts'
import type { BlockId, EdgeId } from '../../src-shared/document/ids.ts'
import { blockTitle } from '../blocks/block-title.ts'
import { commit } from '../state/edits.ts'
import { newId } from '../state/open-bot.ts'
import { useWorkbench, type Workbench } from '../state/workbench.ts'
import { CARD } from './block-size.ts'
import { canvasActions, placedBlocks, toGrid } from './canvas-actions.ts'
import { useCanvasView } from './canvas-view.ts'
import { type Point, pointOn } from './edge-path.ts'
import { endsOf } from './placed-edges.ts'

/** Pixels between two columns of cards. */
const GAP = 80

/** Puts a new block on an edge, moving what follows to the right where it has no room. */
export function insertOnEdge(kind: KindName, edge: EdgeId): void {
  const { editor, locale } = useWorkbench.getState()
  const room = roomOn(edge)
  if (!editor || !room) return
  const made = insertNewOnEdge(editor.document, { edge, kind, locale, ...room }, newId)
  const label = { key: 'canvas.edit.insertBlock', name: i18next.t(`blocks.kind.${kind}.name`) }
  if (!commit(made.ok ? { ok: true, value: made.value.changes } : made, label) || !made.ok) return
  const { id } = made.value.block
  useWorkbench.setState({ selection: { blocks: new Set([id]), edges: new Set() } })
  canvasActions.focus()
  requestAnimationFrame(() => canvasActions.reveal(id))
}

/** Puts a block that is being dragged on an edge, if it can stand there. Returns whether it was done. */
export function dropOnEdge(id: BlockId, edge: EdgeId, { x, y }: Point): boolean {
  const { editor } = useWorkbench.getState()
  const block = editor?.document.get(id)
  if (!editor || !block) return false
  const changes = insertBlockOnEdge(editor.document, { edge, block: id, x, y }, newId)
  return commit(changes, { key: 'canvas.edit.insertBlock', name: blockTitle(i18next.t, block) })
}

/** Whether a block being dragged can be put on an edge. */
export function fitsOn(id: BlockId, edge: EdgeId): boolean {
  const { document } = useWorkbench.getState().editor ?? {}
  const [block, record] = [document?.get(id), document?.get(edge)]
  return (
    document !== undefined &&
    block !== undefined &&
    record !== undefined &&
    canInsert(document, block, record)
  )
}

/** Whether there is one edge, or one block that leads on, for `chooseNext` to go on from. */
export function canChooseNext({ editor, selection: { blocks, edges } }: Workbench): boolean {
  if (!editor || blocks.size + edges.size !== 1) return false
  const [id] = blocks
  const block = id ? editor.document.get(id) : undefined
  return id === undefined || (block !== undefined && defaultPort(block) !== null)
}

/** Shows the kinds of blocks for the selected edge, or for what shall follow the selected block. */
export function chooseNext(): void {
  const { editor, selection } = useWorkbench.getState()
  const [edge] = selection.edges
  const [id] = selection.blocks
  const block = id && editor?.document.get(id)
  const port = block && defaultPort(block)
  if (edge) showKinds(edge)
  if (!block || !port) return
  const present = editor?.document.edgeAt(block.id, port)
  if (present) {
    showKinds(present.id)
    return
  }
  const at = { x: block.x + CARD.width + GAP, y: block.y + CARD.header / 2 }
  useCanvasView.setState({ next: { from: { block: block.id, port }, edge: null, screen: onScreen(at), at } })
}

/** Shows the kinds of blocks that can stand on an edge. */
export function showKinds(edge: EdgeId): void {
  const at = middleOf(edge)
  if (at) useCanvasView.setState({ next: { from: null, edge, screen: onScreen(at), at } })
}

function middleOf(id: EdgeId): Point | null {
  const edge = useWorkbench.getState().editor?.document.get(id)
  const [from, to] = [edge && placedBlocks().get(edge.from), edge && placedBlocks().get(edge.to)]
  const ends = edge && from && to && endsOf(edge.port, from, to)
  return ends ? pointOn(ends, 0.5) : null
}

/** A place of the canvas on the screen, kept inside the window so that what opens there is seen. */
function onScreen({ x, y }: Point): Point {
  const { viewport } = useCanvasView.getState()
  const frame = document.querySelector('.react-flow')?.getBoundingClientRect()
  if (!frame) return { x: 0, y: 0 }
  const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))
  return {
    x: within(frame.left + viewport.x + x * viewport.zoom, frame.left + 8, frame.right - 8),
    y: within(frame.top + viewport.y + y * viewport.zoom, frame.top + 8, frame.bottom - 8),
  }
}

/** Between two cards that follow each other; beside the middle of an edge that runs back. */
function roomOn(id: EdgeId): { x: number; y: number; room: number } | null {
  const edge = useWorkbench.getState().editor?.document.get(id)
  const [from, to] = [edge && placedBlocks().get(edge.from), edge && placedBlocks().get(edge.to)]
  const middle = middleOf(id)
  if (!from || !to || !middle) return null
  const right = from.record.x + CARD.width
  const gap = to.record.x - right
  if (gap < 0) return { x: toGrid(middle.x - CARD.width / 2), y: toGrid(middle.y - CARD.header / 2), room: 0 }
  const room = toGrid(Math.max(0, CARD.width + 2 * GAP - gap))
  const y =
    Math.abs(to.record.y - from.record.y) < CARD.width ? to.record.y : (to.record.y + from.record.y) / 2
  return { x: toGrid(right + (gap + room - CARD.width) / 2), y: toGrid(y), room }
}
